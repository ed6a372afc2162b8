// Keeping what is tried as an example: its name, and what came out as lines, each of which may be left out of what is expected.
import { html, type TemplateResult } from "lit";
import type { ExampleExpectation, FormExample } from "../../../schemas/types.js";
import { pick } from "../../fields/pick.js";
import type { FormModel } from "../../form/form-model.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { say, t } from "../../ui/words.js";
import { type CompiledForm, expectationOf, outcomeOf, valueWords } from "../engine.js";
import type { Bearings } from "./example-desk.js";

type Given = Omit<FormExample, "title" | "expect">;

/** Who fills an example, and as whom. */
const nobody = "example";

/** One thing that came out. */
interface Line {
  words: string;
  on: boolean;
  /** The part of the expectation that it is. */
  part: ExampleExpectation;
}

/** What was given while trying: answers and facts, nothing that formulas give. Examples travel, so whoever tried it is nobody in it; duties and place stay. */
export function givenOf(model: FormModel, id: string): Given {
  const { today, author, organization, lookups } = model.state.facts;
  const looked = Object.entries(lookups).map(([name, { value }]) => [name, value]);
  const { phone: _, ...duties } = author ?? { duties: [] };
  return {
    id,
    today,
    ...(author && { author: { ...duties, account: nobody, person: nobody, name: t("example.author") } }),
    ...(organization && { organization }),
    ...(looked.length ? { lookups: Object.fromEntries(looked) as Record<string, unknown> } : {}),
    answers: Object.fromEntries(model.given().map(({ path, to }) => [path, to])),
  };
}

/** Asks; `keep` takes the example. */
export function openKeep({ form, codes }: Bearings, given: Given, keep: (example: FormExample) => void): void {
  const lines = linesOf(form, { ...given, title: "–", expect: {} }, codes);
  let title = "";
  let nameless = false;
  const sheet = openSheet({
    title: t("example.keep"),
    note: t("example.keepNote"),
    body: (): TemplateResult => html`<label class="label" for="example-title">${t("example.title")}</label><span class="help" id="example-title-help">${t("example.titleHelp")}</span>
      <div class="ctl"><input id="example-title" autocomplete="off" maxlength="200" aria-describedby="example-title-help" aria-invalid=${nameless ? "true" : "false"} @input=${(
        event: Event,
      ) => {
        title = (event.target as HTMLInputElement).value.trim();
        nameless = false;
      }}></div>
      <fieldset class="expected"><legend class="label">${t("example.expected")}</legend><span class="help">${t("example.expectedHelp")}</span>
      <div class="choices">${lines.map((line, at) =>
        pick("checkbox", `example-line-${at}`, line.words, line.on, (on) => {
          line.on = on;
          sheet.draw();
        }),
      )}</div></fieldset>`,
    go: {
      label: t("example.keepGo"),
      run: () => {
        nameless = title === "";
        if (nameless) throw new Error(t("example.titleFirst"));
        keep({ ...given, title, expect: together(lines.filter(({ on }) => on)) });
      },
    },
    explain: (error) => (error as Error).message,
  });
}

function linesOf(form: CompiledForm, example: FormExample, codes: Bearings["codes"]): Line[] {
  const outcome = outcomeOf(form, example, codes);
  const { problems, values, shown, hidden, next } = expectationOf(form, outcome);
  const field = (name: string) => form.fields.find((one) => one.parent < 0 && one.name === name)!;
  const line = (words: string, part: ExampleExpectation): Line => ({ words, on: true, part });
  const wrong = outcome.problems.map(({ title }) => say(title));
  return [
    line(wrong.length ? t("example.wrong", { n: wrong.length, problems: wrong.join(" · ") }) : t("example.fine"), { problems }),
    ...Object.entries(values).map(([name, value]) =>
      line(
        t("example.value", {
          title: say(field(name).title),
          value: value === nobody ? t("example.author") : say(valueWords(field(name), value, outcome.facts)),
        }),
        { values: { [name]: value } },
      ),
    ),
    ...shown.map((name) => line(t("example.shown", { title: say(field(name).title) }), { shown: [name] })),
    ...hidden.map((name) => line(t("example.hidden", { title: say(field(name).title) }), { hidden: [name] })),
    ...(next === undefined ? [] : [line(t("example.next", { state: say(form.workflow.definition.states.find(({ id }) => id === next)?.title) }), { next })]),
  ];
}

/** The parts as one expectation. */
function together(lines: readonly Line[]): ExampleExpectation {
  const parts = lines.map(({ part }) => part);
  const values = Object.assign({}, ...parts.map((part) => part.values ?? {})) as Record<string, unknown>;
  const [shown, hidden] = [parts.flatMap((part) => part.shown ?? []), parts.flatMap((part) => part.hidden ?? [])];
  return {
    ...Object.assign({}, ...parts),
    ...(Object.keys(values).length ? { values } : {}),
    ...(shown.length ? { shown } : {}),
    ...(hidden.length ? { hidden } : {}),
  };
}
