// Drag and drop on the canvas: kinds from the palette and fields by their handle. The library brings every browser to one behaviour;
// whatever a pointer can do here, keys and buttons do as well.
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { FieldType } from "../../../schemas/types.js";
import type { Spot } from "../engine.js";
import { spotAt } from "./spots.js";

export interface Drops {
  put(type: FieldType, spot: Spot): void;
  move(id: string, spot: Spot): void;
}

/** Watches the elements that may be dragged: they come and go with the drawing. The answer makes those new since then draggable. */
export function dragging(root: HTMLElement, drops: Drops): { renew: () => void; stop: () => void } {
  const known = new WeakSet<Element>();
  const stops: (() => void)[] = [];
  const marker = document.createElement("div");
  marker.className = "drop-line";
  const clear = () => marker.remove();
  const show = (target: Element, y: number): void => {
    const found = spotAt(target, y);
    if (!found || found.edge === "inside") clear();
    else if (found.edge === "top") found.element.before(marker);
    else found.element.after(marker);
  };
  const renew = (): void => {
    for (const element of root.querySelectorAll<HTMLElement>("[draggable=true]")) {
      if (known.has(element)) continue;
      known.add(element);
      stops.push(
        draggable({
          element,
          getInitialData: () => ({ type: element.dataset.type, id: element.closest<HTMLElement>(".item")?.dataset.id }),
        }),
      );
    }
    for (const element of root.querySelectorAll<HTMLElement>(".item, .drop, .part")) {
      if (known.has(element)) continue;
      known.add(element);
      stops.push(dropTargetForElements({ element }));
    }
  };
  stops.push(
    monitorForElements({
      onDrag: ({ location: { current } }) => {
        // The innermost of what lies under the pointer.
        const [target] = current.dropTargets;
        if (target) show(target.element, current.input.clientY);
        else clear();
      },
      onDrop: ({ source, location: { current } }) => {
        clear();
        const [target] = current.dropTargets;
        const found = target && spotAt(target.element, current.input.clientY);
        if (!found) return;
        if (source.data.type) drops.put(source.data.type as FieldType, found.spot);
        else if (source.data.id) drops.move(source.data.id as string, found.spot);
      },
    }),
  );
  const stop = (): void => {
    clear();
    combine(...stops)();
  };
  return { renew, stop };
}
