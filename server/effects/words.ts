// The words of a notice: `{field}` is replaced by the answer as people read it; a sensitive one is never told.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { kinds } from "../../engine/fields/index.js";
import { say } from "../../engine/text/text.js";
import type { Text } from "../../schemas/types.js";
import type { RecordDoc } from "../records/subject.js";

export function noticeText(message: Text, form: CompiledForm, record: RecordDoc, facts: Facts): Text {
  const answers = record.answers as Record<string, unknown>;
  const fill = (language: "th" | "en") =>
    say(message, language)
      .replace(/\{([A-Za-z]\w*)\}/g, (_, name: string) => {
        const field = form.fields.find((one) => one.parent < 0 && one.name === name);
        const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
        return !field || field.sensitive || value === undefined ? "" : kinds[field.type].show(value, field.options, facts, language);
      })
      .replace(/ {2,}/g, " ")
      .trim()
      .slice(0, 1_000);
  return typeof message === "string" ? fill("th") : { th: fill("th"), ...(message.en === undefined ? {} : { en: fill("en") }) };
}
