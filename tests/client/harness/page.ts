// A page with one form on it and nothing around: what the tests of fields and of `<tf-form>` open in a real browser.

import { readyFor } from "../../../client/fields/ready.js";
import type { FormElement } from "../../../client/form/form-element.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import type { Facts } from "../../../engine/expression/facts.js";
import "../../../client/form/form-element.js";
import "../../../client/fields/why/why-element.js";

export interface Harness {
  /** Puts a form on the page. */
  show(form: CompiledForm, facts: Facts, answers?: Record<string, unknown>): Promise<void>;
  /** The answers as they are now. */
  answers(): Record<string, unknown>;
  /** What the form told the screen around it. */
  told: { type: string; detail: unknown }[];
}

const told: Harness["told"] = [];
const element = (): FormElement => document.querySelector<FormElement>("tf-form")!;
const harness: Harness = {
  told,
  async show(form, facts, answers = {}) {
    await readyFor(form);
    const made = document.createElement("tf-form") as FormElement;
    Object.assign(made, {
      form,
      startFacts: facts,
      answers,
      person: "นางสาวปาริชาต แสงทอง",
      actions: [{ id: "submit", title: "ส่งใบลา", tone: "main", comment: "none", signs: false, allowed: true }],
    });
    for (const type of ["tf-edit", "tf-send", "tf-leave"])
      made.addEventListener(type, (event) => told.push({ type, detail: JSON.parse(JSON.stringify((event as CustomEvent).detail ?? null)) }));
    document.body.replaceChildren(made);
    await made.updateComplete;
  },
  answers: () => element().model.state.answers as Record<string, unknown>,
};
(globalThis as unknown as { harness: Harness }).harness = harness;
