// The workflow as a picture that lays itself out: states as boxes, actions as arrows between them, from where a record begins to where it ends.
import { graphlib, layout } from "@dagrejs/dagre";
import { nothing, svg, type TemplateResult } from "lit";
import type { WorkflowDefinition } from "../../../schemas/types.js";
import { say, t } from "../../ui/words.js";
import { routesOf } from "../engine.js";

/** The reserved state in which a record does not exist yet. */
const begin = "new";
const box = { width: 190, height: 56 };
const lineHeight = 20;
/** Ways that are told in words all at once. */
const most = 14;

interface Point {
  x: number;
  y: number;
}

export interface Chosen {
  what: "workflow" | "state" | "action";
  id?: string;
}

export function picture(workflow: WorkflowDefinition, chosen: Chosen, choose: (chosen: Chosen) => void, here?: string): TemplateResult {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 56, edgesep: 14, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(begin, { width: 120, height: 40 });
  for (const { id } of workflow.states) graph.setNode(id, { ...box });
  // Many words would push everything apart: then only those of what is in hand are told.
  const count = workflow.actions.reduce((sum, action) => sum + action.from.length * routesOf(action).length, 0);
  const told = (action: string, from: string, to: string) =>
    count <= most || (chosen.what === "action" ? chosen.id === action : chosen.what === "state" && (chosen.id === from || chosen.id === to));
  const known = new Set([begin, ...workflow.states.map(({ id }) => id)]);
  for (const action of workflow.actions)
    for (const from of action.from)
      for (const { to, when } of routesOf(action))
        if (known.has(from) && known.has(to))
          graph.setEdge(
            from,
            to,
            {
              action: action.id,
              words: told(action.id, from, to) ? say(action.title) + (when ? " *" : "") : "",
              ...(count > most ? {} : { width: Math.min(150, say(action.title).length * 8 + 16), height: lineHeight, labelpos: "c" }),
            },
            `${action.id}/${from}/${to}`,
          );
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const node = (id: string) => graph.node(id) as Point & { width: number; height: number };
  return svg`<svg class="flow" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${t("flow.picture")}>
    <defs><marker id="flow-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"></path></marker></defs>
    ${graph.edges().map((edge: { v: string; w: string; name?: string }) => {
      const { points, action, words } = graph.edge(edge) as { points: Point[]; action: string; words: string };
      const { x, y } = points[Math.floor(points.length / 2)]!;
      const on = chosen.what === "action" && chosen.id === action;
      const press = () => choose({ what: "action", id: action });
      return svg`<g class="flow-action ${on ? "on" : ""}" @click=${press}><path class="way" d=${curve(points)} marker-end="url(#flow-end)"></path><text x=${x} y=${y + 5}>${words}</text></g>`;
    })}
    ${[begin, ...workflow.states.map(({ id }) => id)].map((id) => {
      const { x, y, width, height } = node(id);
      const state = workflow.states.find((one) => one.id === id);
      const on = chosen.what === "state" && chosen.id === id;
      const words = state ? say(state.title) || id : t("flow.new");
      return svg`<g class="flow-state ${state?.look ?? "begin"} ${on ? "on" : ""} ${here === id ? "here" : ""}" transform="translate(${x - width / 2} ${y - height / 2})" role=${state ? "button" : nothing} tabindex=${state ? "0" : nothing}
        aria-label=${state ? t("flow.stateOf", { title: words }) : nothing} @click=${() => state && choose({ what: "state", id })} @keydown=${(
          event: KeyboardEvent,
        ) => {
          if (state && (event.key === "Enter" || event.key === " ")) {
            event.preventDefault();
            choose({ what: "state", id });
          }
        }}><rect width=${width} height=${height} rx="10"></rect><text x=${width / 2} y=${height / 2 + 6}>${cut(words)}</text><title>${words}</title></g>`;
    })}</svg>`;
}

/** As much as a box holds. Marks above and below a letter take no room. */
function cut(words: string): string {
  const letters = words.match(/\P{M}\p{M}*/gu) ?? [];
  return letters.length > 22 ? `${letters.slice(0, 21).join("")}…` : words;
}

/** A line through the points of an edge, its corners rounded. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first || !rest.length) return "";
  const last = rest.at(-1)!;
  const middle = rest.slice(0, -1);
  let path = `M${first.x} ${first.y}`;
  for (const [at, point] of middle.entries()) {
    const next = middle[at + 1] ?? last;
    path += `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  }
  return `${path}L${last.x} ${last.y}`;
}
