// The product's form element as an engine of the harness: what it asks of every engine (its lib/runtime.js says what each member means).
import type { FieldElement } from "../../../../client/fields/field-element.js";
import type { FormElement } from "../../../../client/form/form-element.js";
import type { CompiledForm } from "../../../../engine/compile/compiled.js";
import { factsOf } from "../../../help/forms.js";
import "../../../../client/styles/tokens.css";
import "../../../../client/styles/parts.css";
import "../../../../client/form/form-element.js";
import "../../../../client/form/review-page.js";
import "../../../../client/fields/number-field.js";
import "../../../../client/fields/table-field.js";
import "../../../../client/fields/yes-no-field.js";

/** A field's name, or a cell of the table. */
type Ref = string | { row: number; column: string };
declare const bench: { register(engine: object): void };

let element: FormElement;
const rows = () => element.model.node("rows").rows!;
const pathOf = (ref: Ref): string => (typeof ref === "string" ? ref : `rows/${rows()[ref.row]}/${ref.column}`);
const control = (ref: Ref) => document.getElementById(`f-${pathOf(ref).replaceAll("/", "-")}`);
const fieldOf = (name: string) => control(name)?.closest<FieldElement>(".field");

bench.register({
  // Drawn fields; the total and the table around its rows are no fields of the logical form.
  fieldSelector: ".field:not([hidden]):not(tf-computed-field):not(tf-table-field)>:first-child",
  async mount(host: HTMLElement, form: CompiledForm, answers: Record<string, unknown> = {}) {
    element = document.createElement("tf-form") as FormElement;
    const actions = [{ id: "submit", title: "ส่ง", tone: "main", comment: "none", signs: false, allowed: true }];
    Object.assign(element, { form, startFacts: factsOf(), answers, person: "ครู", actions });
    host.append(element);
    await element.updateComplete;
  },
  input: control,
  value: (ref: Ref) => element.model.node(pathOf(ref)).value,
  total: () => element.model.node("total").value,
  present: (name: string) => fieldOf(name)?.hidden === false,
  errors: () => element.querySelectorAll(".problem").length,
  // As the send button does: every problem is said, on its field and in the box before sending.
  async submit() {
    element.refuse([]);
    (element as unknown as { send(): void }).send();
    await element.updateComplete;
    const errorCount = element.model.problems("refuse").length;
    return { valid: errorCount === 0, errorCount };
  },
});
