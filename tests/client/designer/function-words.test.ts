// Every function an expression may call is explained to whoever writes one, in both languages.
import { expect, test } from "vitest";
import { designer as en } from "../../../client/ui/words/en-designer.js";
import { designer as th } from "../../../client/ui/words/th-designer.js";
import { functions } from "../../../engine/expression/functions.js";

test.each(Object.keys(functions))("%s", (name) => {
  expect((th as Record<string, string>)[`fn.${name}`]).toMatch(/[\u0E00-\u0E7F]/);
  expect((en as Record<string, string>)[`fn.${name}`]).toMatch(/^[A-Z]/);
});
