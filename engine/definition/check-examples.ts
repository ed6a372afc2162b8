// The examples of a form as they are written: each known by its own id, on a day that exists. What comes out of them is engine/record/example's to say.
import type { FormDefinition, Problem } from "../../schemas/types.js";
import { definitionProblem } from "../problem/definition.js";
import { isDay } from "../thai/day.js";

export function checkExamples({ examples = [] }: FormDefinition): Problem[] {
  const ids = new Set<string>();
  return examples.flatMap(({ id, today }, index) => {
    const found: Problem[] = [];
    if (ids.has(id)) found.push(definitionProblem("definition.repeated-example", { id }, `/examples/${index}/id`));
    ids.add(id);
    if (!isDay(today)) found.push(definitionProblem("definition.no-such-day", { value: today }, `/examples/${index}/today`));
    return found;
  });
}
