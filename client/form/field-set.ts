// The field elements of an open form: made once, given their node when it changes, and nothing else is drawn again.
import type { CompiledField } from "../../engine/compile/compiled.js";
import { refuses } from "../../engine/problem/problem.js";
import type { Problem } from "../../schemas/types.js";
import type { FieldElement, FieldHost } from "../fields/field-element.js";
import { fieldElement, loadField } from "../fields/registry.js";

/** What a form knows of a field beyond its node. */
export interface Around {
  loud: boolean;
  extra: Problem[] | undefined;
  typed: string | undefined;
}

/** What a field's new node may change around it: nothing, which sections are shown, or how many fields are left to put right. */
export type Moved = "nothing" | "shown" | "left";

export class FieldSet {
  private readonly elements = new Map<string, FieldElement>();

  constructor(
    private readonly host: FieldHost,
    private readonly around: (path: string) => Around,
  ) {}

  /** The element of a path; made when it is first asked for. */
  element(path: string): FieldElement {
    const known = this.elements.get(path);
    if (known) return known;
    const node = this.host.node(path);
    const element = fieldElement(node);
    element.path = path;
    element.host = this.host;
    Object.assign(element, { node }, this.around(path));
    this.elements.set(path, element);
    // A hidden field costs nothing: its code comes when it is first shown.
    element.hidden = !node.shown;
    if (node.shown) loadField(element, node);
    return element;
  }

  /** Gives an element its node again, and tells what the form around it may have to draw anew. Fields nobody has seen yet cost nothing. */
  refresh(path: string): Moved {
    const element = this.elements.get(path);
    // A cell without an element of its own is drawn by the table it stands in, and a sheet's line tells all its cells.
    const table = this.elements.get(path.split("/")[0]!);
    if (!element || table?.tellsCells) table?.requestUpdate();
    if (!element) return "left";
    // A row that is gone has no fields any more.
    if (!this.host.has(path)) this.elements.delete(path);
    else {
      const before = element.node;
      const node = this.host.node(path);
      Object.assign(element, { node }, this.around(path));
      if (node.shown) loadField(element, node);
      if (before.problems.some(refuses) === node.problems.some(refuses)) return before.shown === node.shown ? "nothing" : "shown";
    }
    return "left";
  }

  /** Sending was tried: whoever has something to say, or has said something, is drawn again; of 1,000 fields that is not all. */
  refreshAll(): void {
    for (const [path, { node, extra, className }] of [...this.elements]) {
      if (node.problems.length || extra || this.around(path).extra || className.includes("bad")) this.refresh(path);
    }
  }
}

/** The indexes of the fields inside a group or table. */
export const insideOf = (fields: readonly CompiledField[], parent: number): number[] => fields.flatMap((field, i) => (field.parent === parent ? [i] : []));
