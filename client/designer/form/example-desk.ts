// Runs the examples of the form on the bench while it is designed, a moment after each change, one at a time so that typing goes on.
import type { FormDefinition, FormExample } from "../../../schemas/types.js";
import { clock } from "../../ui/clock.js";
import { type CompiledForm, compileForm, type ExampleCodes, type ExampleResult, runExample } from "../engine.js";
import type { Surroundings } from "../surroundings.js";
import { ownWorkflow, sendOnly } from "./own-workflow.js";

/** A pause in designing after which they run. */
const pause = 500;

/** What examples run with: the form with its workflow, and the rows that people choose from. */
export interface Bearings {
  form: CompiledForm;
  codes: ExampleCodes;
}

export class ExampleDesk {
  /** By id; an example that is not here has not been run yet. */
  results: ReadonlyMap<string, ExampleResult> = new Map();
  /** The form has faults, so that nothing can be run. */
  broken = false;
  private seen: FormDefinition | undefined;
  private wait = () => {};

  constructor(
    private readonly around: Surroundings,
    private readonly draw: () => void,
  ) {}

  /** The form as it is now. */
  look(form: FormDefinition): void {
    if (this.seen === form) return;
    this.seen = form;
    this.wait();
    if (form.examples?.length) this.wait = clock.after(pause, () => void this.run(form, form.examples!));
  }

  stop(): void {
    this.wait();
    this.seen = undefined;
  }

  /** The form ready to be run; undefined while it has faults. */
  async bearings(form: FormDefinition): Promise<Bearings | undefined> {
    const workflow = form.workflow === undefined ? sendOnly : await ownWorkflow(form, this.around);
    const compiled = workflow && compileForm(form, workflow, { owner: "", version: 1, workflowVersion: 1 });
    if (!compiled || Array.isArray(compiled)) return undefined;
    await this.around.need([...compiled.codes, "holidays"]);
    return { form: compiled, codes: Object.fromEntries(this.around.rows) };
  }

  private async run(form: FormDefinition, examples: readonly FormExample[]): Promise<void> {
    const bearings = await this.bearings(form);
    const results = new Map<string, ExampleResult>();
    for (const example of bearings ? examples : []) {
      if (this.seen !== form) return;
      results.set(example.id, runExample(bearings!.form, example, bearings!.codes));
      await clock.wait(0);
    }
    if (this.seen !== form) return;
    this.results = results;
    this.broken = !bearings;
    this.draw();
  }
}
