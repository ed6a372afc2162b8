// Drag and drop in the tree of a menu: onto the upper or lower edge of an item puts beside it, onto its middle puts into it.
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { ItemSpot } from "../engine.js";

export function dragItems(root: HTMLElement, move: (id: string, to: ItemSpot) => void): { renew: () => void; stop: () => void } {
  const known = new WeakSet<Element>();
  const stops: (() => void)[] = [];
  let marked: HTMLElement | undefined;
  const mark = (element: HTMLElement | undefined, edge = ""): void => {
    if (marked) delete marked.dataset.edge;
    marked = element;
    if (element) element.dataset.edge = edge;
  };
  const edgeOf = (element: HTMLElement, y: number): "above" | "into" | "below" => {
    const { top, height } = element.getBoundingClientRect();
    const part = (y - top) / height;
    return part < 0.3 ? "above" : part > 0.7 ? "below" : "into";
  };
  stops.push(
    monitorForElements({
      onDrag: ({ location: { current } }) => {
        const target = current.dropTargets[0]?.element as HTMLElement | undefined;
        mark(target, target && edgeOf(target, current.input.clientY));
      },
      onDrop: ({ source, location: { current } }) => {
        mark(undefined);
        const target = current.dropTargets[0]?.element as HTMLElement | undefined;
        const id = (source.element as HTMLElement).dataset.id;
        if (!target?.dataset.id || !id || target.dataset.id === id) return;
        const edge = edgeOf(target, current.input.clientY);
        const at = Number(target.dataset.at);
        if (edge === "into") move(id, { parent: target.dataset.id, at: Number.MAX_SAFE_INTEGER });
        else move(id, { ...(target.dataset.parent ? { parent: target.dataset.parent } : {}), at: edge === "above" ? at : at + 1 });
      },
    }),
  );
  return {
    renew() {
      for (const element of root.querySelectorAll<HTMLElement>(".menu-item")) {
        if (known.has(element)) continue;
        known.add(element);
        stops.push(draggable({ element }), dropTargetForElements({ element }));
      }
    },
    stop: () => combine(...stops)(),
  };
}
