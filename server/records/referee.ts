// The referee: Ajv's word on every record before it is stored, by the plain JSON Schemas its form was compiled to.
// What the engine accepts, Ajv accepts; when not, one of them has a bug, and nothing is stored.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { publishedSchema, shapeSchema } from "../../engine/compile/schema.js";
import { stateOf } from "../../engine/workflow/states.js";
import type { FormRecord } from "../../schemas/types.js";
import { Memory } from "../definitions/memory.js";
import { type Check, referee } from "../plugins/schemas.js";

/** Compiled schemas kept at once: two for each release in use. */
const most = 200;

export class Referee {
  readonly #checks = new Memory<Check>(most);

  /** What Ajv has against the record; a state that says `check: shape` may be incomplete. */
  async complaints(form: CompiledForm, record: FormRecord): Promise<string[]> {
    const shape = stateOf(form.workflow.definition, record.state)?.check === "shape";
    const schema = shape ? shapeSchema : publishedSchema;
    const check = await this.#checks.once(`${form.owner}/${form.release}/${shape}`, async () => referee(schema(form) as Record<string, unknown>));
    return check(record.answers);
  }
}
