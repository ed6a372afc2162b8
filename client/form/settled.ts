// Answers after a conflict: three sides become one, and nobody's answer goes in silence.
import { answerAt, withAnswer } from "../offline/answers-at.js";

type Answers = Record<string, unknown>;

/** The answers after the picks: what only others changed is taken over, what only this person changed stays, and a clash goes as it was picked. */
export function settled(base: Answers, mine: Answers, now: Answers, clashes: { path: string; choice: "mine" | "theirs" }[]): Answers {
  let answers = mine;
  for (const name of new Set([...Object.keys(now), ...Object.keys(base)]))
    if (JSON.stringify(mine[name]) === JSON.stringify(base[name])) answers = withAnswer(answers, [name], now[name]);
  for (const { path, choice } of clashes) if (choice === "theirs") answers = withAnswer(answers, path.split("/"), answerAt(now, path.split("/")));
  return answers;
}
