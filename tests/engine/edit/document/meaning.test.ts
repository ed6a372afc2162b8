// What a tag stands for, in the words of the form: whatever can be put in is known again, and what others have written as far as it names a question.
import { expect, test } from "vitest";
import { insertPiece } from "../../../../engine/edit/document/insert.js";
import { type Meaning, meaningAt } from "../../../../engine/edit/document/meaning.js";
import { piecesOf } from "../../../../engine/edit/document/pieces.js";
import { field, formOf, tableOf } from "../../../help/forms.js";

const form = formOf({
  reason: field("text"),
  day: field("date"),
  agreed: field("yes-no"),
  home: field("group", { properties: { house: field("text") } }),
  goods: tableOf({ name: field("text"), this: field("number") }),
});
const pieces = piecesOf(form);
const said = (meaning: Meaning | undefined): string => {
  if (!meaning) return "nothing";
  if (!("piece" in meaning)) return meaning.what;
  const { piece } = meaning;
  const own =
    piece.kind === "field"
      ? `${piece.field.name} ${piece.part}`
      : piece.kind === "when"
        ? `${piece.field.name} ${piece.when}`
        : piece.kind === "known"
          ? piece.known
          : piece.id;
  return `${meaning.what} ${own}`;
};
const at = (marked: string) => said(meaningAt(marked.replace("|", ""), marked.indexOf("|"), pieces));

test.each([
  ["<p>{{fie|lds.reason.text}}</p>", "piece reason text"],
  ["<p>|{{fields.reason.text}}</p>", "nothing"],
  ["{{num|ber}}", "piece number"],
  ["{{fields.day.day.mon|th}}", "piece day month"],
  ["{{fields.day.day.lo|ng}}", "piece day text"],
  ["{{fields.home.fields.ho|use.text}}", "piece house text"],
  ["{{#unl|ess fields.reason.empty}}x{{/unless}}", "piece reason answered"],
  ["{{#if fields.rea|son.text}}x{{/if}}", "when reason text"],
  ["{{#each fields.goods.r|ows}}x{{/each}}", "rows goods table"],
  ["{{#each fields.goods.rows}}{{cells.na|me.text}}{{/each}}", "piece name text"],
  ["{{#each fields.goods.rows}}{{@root.fields.rea|son.text}}{{/each}}", "piece reason text"],
  ["{{#if number}}a{{el|se}}b{{/if}}", "otherwise"],
  ["{{#if number}}a{{/i|f}}", "end"],
  ["{{noth|ing.known}}", "nothing"],
])("%s", (marked, expected) => expect(at(marked)).toBe(expected));

test("whatever was put in is known again, alone and in a block", () => {
  for (const piece of pieces.filter(
    (one) => one.kind === "known" || (one.kind === "field" && ["text", "words", "day", "month", "year"].includes(one.part) && !one.table),
  ))
    for (const before of ["", "{{#each fields.goods.rows}}"]) {
      const { template } = insertPiece(before, { from: before.length, to: before.length }, piece);
      expect([template, meaningAt(template, before.length + 3, pieces)]).toEqual([template, { what: "piece", piece }]);
    }
});
