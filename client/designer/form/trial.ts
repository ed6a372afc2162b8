// A form that is being tried: as whom, with which answers it was opened, and what could be done with it. Nothing of it is sent or kept.
import type { Facts } from "../../../engine/expression/facts.js";
import type { AvailableAction, FormDefinition, FormExample, PositionView, Problem } from "../../../schemas/types.js";
import type { FormElement } from "../../form/form-element.js";
import { clock } from "../../ui/clock.js";
import { availableActions, type CompiledForm, factsOf, guarded, sampleAnswers, sampleLabels } from "../engine.js";
import type { Surroundings } from "../surroundings.js";
import { type Seat, seatFor } from "./seat.js";

export class Trial {
  /** Another one each time it is filled anew: the form on the screen then begins with `answers`. */
  form: CompiledForm;
  answers: Record<string, unknown> = {};
  private position: PositionView | undefined;

  constructor(
    private readonly definition: FormDefinition,
    form: CompiledForm,
    readonly around: Surroundings,
    private readonly draw: () => void,
    /** What it is filled with at first. */
    private example?: FormExample,
  ) {
    this.form = form;
    this.answers = example?.answers ?? {};
  }

  /** The position it is tried as; undefined for oneself. */
  get seated(): string | undefined {
    return this.position?.id;
  }

  get seat(): Seat {
    return seatFor(this.position, this.definition.unit, this.around);
  }

  get facts(): Facts {
    const codes = Object.fromEntries(this.around.rows);
    if (this.example) return factsOf(this.example, codes);
    const { facts } = this.seat;
    return { today: clock.today(), lookups: {}, codes, ...facts, labels: { ...sampleLabels, ...facts.labels }, partial: true };
  }

  /** What makes a record of it, and why not where this seat may not. */
  get actions(): AvailableAction[] {
    const makes = new Set(this.form.workflow.definition.actions.flatMap(({ id, from, system }) => (from.includes("new") && !system ? [id] : [])));
    return availableActions(this.form, null, this.seat.actor, this.facts).filter(({ id }) => makes.has(id));
  }

  /** Takes another seat; the answers stay as they are. */
  sit(id: string | undefined, element: FormElement): void {
    this.position = this.around.positions.find((one) => one.id === id);
    this.example = undefined;
    element.takeFacts({ ...this.facts, labels: { ...element.facts().labels, ...this.facts.labels } });
    this.draw();
  }

  /** Fills it with answers of an example. */
  fill(): void {
    const today = clock.today();
    this.begin(sampleAnswers(this.definition, { today, codes: Object.fromEntries(this.around.rows) }));
  }

  empty(): void {
    this.begin({});
  }

  /** Why an action that is offered would still be refused; undefined where it would go. */
  refusal(id: string, element: FormElement): Problem | undefined {
    const action = this.form.workflow.definition.actions.find((one) => one.id === id)!;
    const { answers, facts } = element.state;
    return guarded(action, { form: this.form, answers, facts, actor: this.seat.actor });
  }

  private begin(answers: Record<string, unknown>): void {
    this.example = undefined;
    this.answers = answers;
    this.form = { ...this.form };
    this.draw();
  }
}
