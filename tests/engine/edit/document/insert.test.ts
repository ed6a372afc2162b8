// What is put into a template stands where the cursor is, never in the middle of a tag, and finds what it names wherever it stands.
import { describe, expect, test } from "vitest";
import { checkDocument } from "../../../../engine/definition/check-document.js";
import { insertPiece } from "../../../../engine/edit/document/insert.js";
import { type Piece, piecesOf } from "../../../../engine/edit/document/pieces.js";
import { field, formOf, tableOf } from "../../../help/forms.js";
import * as library from "../../../help/library.js";

const form = formOf(
  {
    reason: field("text", { title: "เหตุผล" }),
    day: field("date"),
    pay: field("money"),
    agreed: field("yes-no"),
    home: field("group", { properties: { house: field("text", { title: "บ้านเลขที่" }) } }),
    goods: tableOf({ name: field("text", { title: "ชื่อ" }), this: field("number") }),
    face: field("photo"),
    papers: field("file", { type: "array" }),
    aside: field("note"),
    order: field("signature", { title: "คำสั่ง" }),
  },
  { documents: ["print"] },
);
const pieces = piecesOf(form, {
  ...library.workflowOf("leave-request"),
  actions: [{ id: "ok", title: "อนุญาต", from: ["new"], to: "x", sign: { as: "ผู้อนุญาต" } }],
});
const named = (name: string, what = "text"): Piece =>
  pieces.find((piece) =>
    piece.kind === "field" ? piece.field.name === name && piece.part === what : piece.kind === "when" && piece.field.name === name && piece.when === what,
  )!;
const known = (name: string): Piece => pieces.find((piece) => piece.kind === "known" && piece.known === name)!;
/** `|` is the cursor; two of them are what is chosen. */
function put(marked: string, piece: Piece): string {
  const [from, to] = [marked.indexOf("|"), marked.lastIndexOf("|")];
  const template = marked.replaceAll("|", "");
  const { template: next, chosen } = insertPiece(template, { from, to: to > from ? to - 1 : from }, piece);
  return chosen.from === chosen.to
    ? `${next.slice(0, chosen.from)}|${next.slice(chosen.from)}`
    : `${next.slice(0, chosen.from)}|${next.slice(chosen.from, chosen.to)}|${next.slice(chosen.to)}`;
}

test("everything there is, alone or in any block, names only what the form has", () => {
  const places = [
    "|",
    "{{#each fields.goods.rows}}|{{/each}}",
    "{{#with fields.home.fields}}|{{/with}}",
    "{{#if number}}|{{/if}}",
    "{{#with signatureFields.order}}|{{/with}}",
  ];
  for (const piece of pieces)
    for (const place of places) {
      const { template } = insertPiece(place.replace("|", ""), { from: place.indexOf("|"), to: place.indexOf("|") }, piece);
      expect([template, checkDocument({ kind: "document", id: "print", title: "x", template }, { forms: { form } })]).toEqual([template, []]);
    }
});

describe("at the cursor", () => {
  test.each<[string, string, Piece, string]>([
    ["an answer", "<p>ด้วย |</p>", named("reason"), "<p>ด้วย {{fields.reason.text}}|</p>"],
    ["in a group", "|", named("house"), "{{fields.home.fields.house.text}}|"],
    ["a part of a day", "|", named("day", "month"), "{{fields.day.day.month}}|"],
    ["an amount in words", "|", named("pay", "words"), "{{fields.pay.words}}|"],
    ["boxes", "|", named("agreed", "boxes"), "{{#each fields.agreed.options}}{{box}} {{label}}&nbsp; {{/each}}|"],
    ["what is known", "|", known("number"), "{{number}}|"],
    ["what is chosen is written over", "a|bc|d", named("reason"), "a{{fields.reason.text}}|d"],
    [
      "inside a block that looks into something, from the top",
      "{{#each fields.goods.rows}}|{{/each}}",
      named("reason"),
      "{{#each fields.goods.rows}}{{@root.fields.reason.text}}|{{/each}}",
    ],
    ["a column in its row", "{{#each fields.goods.rows}}|{{/each}}", named("name"), "{{#each fields.goods.rows}}{{cells.name.text}}|{{/each}}"],
    ["a column elsewhere brings its rows", "|", named("name"), "{{#each fields.goods.rows}}{{cells.name.text}} {{/each}}|"],
    ["a column called this", "{{#each fields.goods.rows}}|{{/each}}", named("this"), "{{#each fields.goods.rows}}{{cells.[this].text}}|{{/each}}"],
    ["behind a block, as before it", "{{#with x}}{{/with}}|", named("reason"), "{{#with x}}{{/with}}{{fields.reason.text}}|"],
  ])("%s", (_, before, piece, after) => expect(put(before, piece)).toBe(after));
});

describe("round what is chosen", () => {
  test.each<[string, string, Piece, string]>([
    ["only if answered", "a|<p>b</p>|c", named("reason", "answered"), "a{{#unless fields.reason.empty}}|<p>b</p>|{{/unless}}c"],
    ["only if yes, and the cursor between", "|", named("agreed", "yes"), "{{#if fields.agreed.value}}|{{/if}}"],
  ])("%s", (_, before, piece, after) => expect(put(before, piece)).toBe(after));
});

describe("never into the middle", () => {
  test.each<[string, string, string]>([
    ["of an expression", "{{fie|lds.day.text}} x", "{{fields.day.text}}{{number}}| x"],
    ["of braces", "{|{number}} x", "{{number}}{{number}}| x"],
    ["of a tag", '<p cla|ss="a">x</p>', '<p class="a">{{number}}|x</p>'],
    ["of an end", "<p>x</|p>", "<p>x</p>{{number}}|"],
    ["a sign that is no tag is none", "3 < 5|", "3 < 5{{number}}|"],
    ["of an expression that does not end", "{{fie|lds", "{{fie{{number}}|lds"],
  ])("%s", (_, before, after) => expect(put(before, known("number"))).toBe(after));
});

test("a table comes whole, a signature with its dotted line, a picture as a picture", () => {
  expect(put("|", named("goods", "table"))).toContain("<th>ชื่อ</th>");
  const sign = pieces.filter(({ kind }) => kind === "sign");
  expect(sign).toMatchObject([
    { by: "field", id: "order", title: "คำสั่ง" },
    { by: "action", id: "ok", title: "ผู้อนุญาต" },
  ]);
  expect(put("|", sign[1]!)).toMatch(/{{#with signatures\.ok}}[\s\S]*{{else}}[\s\S]*…[\s\S]*{{\/with}}/);
  expect(put("|", named("face", "picture"))).toContain('<img class="photo"');
  expect(put("|", named("papers", "files"))).toContain("{{name}}");
});
