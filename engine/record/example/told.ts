// What an author is told of the examples of a form: each that fails in one sentence, each doubt in another, with all differences inside.
import type { FormExample, Problem, Text } from "../../../schemas/types.js";
import { definitionProblem } from "../../problem/definition.js";
import { refuses } from "../../problem/problem.js";
import type { ExampleResult } from "./run.js";

/** As many differences as one sentence holds. */
const most = 3;

/** The result of the example that stands at `index` of its form. */
export function toldExample(example: FormExample, index: number, { passed, differences }: ExampleResult): Problem[] {
  const at = `/examples/${index}`;
  const problems = differences.map((one) => ({ ...one, path: `${at}${one.path ?? ""}` }));
  if (!passed) {
    const wrong = problems.filter(refuses);
    return [definitionProblem("definition.example-failed", { example: example.title, differences: inOne(wrong) }, at, { problems })];
  }
  return problems.length
    ? [definitionProblem("definition.example-doubt", { example: example.title, doubts: inOne(problems) }, at, { level: "warn", problems })]
    : [];
}

/** Several sentences as one. */
export function inOne(problems: readonly Problem[]): Text {
  const more = problems.length - most;
  const said = problems.slice(0, most);
  return {
    th: [...said.map(({ title }) => title.th), ...(more > 0 ? [`และอีก ${more} ข้อ`] : [])].join(", "),
    en: [...said.map(({ title }) => title.en), ...(more > 0 ? [`And ${more} more.`] : [])].join(" "),
  };
}
