// The answers of a request to change a form: what its asker pointed at and wrote, and what every report asks and a request knows by itself.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { choices } from "../../engine/fields/options.js";
import { say } from "../../engine/text/text.js";
import { type Pointed, requestKind } from "./change-request.js";
import { questionsOf } from "./questions.js";

/** The nearest of the usual lists: the program does not fit the work, and nobody is kept from it. */
const usual: Record<string, string> = { code: "p12", severity: "annoying" };
/** What a title may have in the form of reports, and what its line about where it came from may have. */
const most = { title: 500, context: 200 };

/** What is pointed at, in Thai, as the office reads it; without a field it is the form as a whole. */
export function pointedAt(form: CompiledForm, field: string): Pointed {
  const question = questionsOf(form, "th")
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === field);
  return {
    form_id: form.id,
    form_title: say(form.title, "th").slice(0, most.title),
    form_version: form.version,
    ...(question && { field_id: question.id, field_title: question.words.slice(0, most.title) }),
  };
}

/** The answers in a LAO's own form of reports. One that does not ask what was pointed at has it in words, where every report says where it came from. */
export function requestAnswers(reports: CompiledForm, facts: Facts, about: Pointed, detail: string): Record<string, unknown> {
  const { form_title, form_version, field_title } = about;
  const asked = reports.fields.some(({ name }) => name === "form_id");
  const context = [form_title, form_version, field_title].filter(Boolean).join(" · ").slice(0, most.context);
  return { kind: requestKind, detail, people: 1, ...chosen(reports, facts), ...(asked ? about : { context }) };
}

/** Of each list the usual choice, or what stands last in it where the LAO has made its own. */
function chosen(reports: CompiledForm, facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(usual).flatMap(([name, id]) => {
      const field = reports.fields.find((one) => one.parent < 0 && one.name === name);
      const open = (field && choices(field.options, facts))?.filter((choice) => choice.open) ?? [];
      const one = open.find((choice) => choice.id === id) ?? open.at(-1);
      return one ? [[name, one.id]] : [];
    }),
  );
}
