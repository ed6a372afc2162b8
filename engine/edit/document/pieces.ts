// What can be put into a print template, for who does not write expressions: the answers of a form, what is known of its record, who signed,
// and blocks that stand only when something is so.
import type { FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { fieldType } from "../../definition/field-type.js";
import { type Found, fieldsOf, holderOf } from "../form/tree.js";
import { pictureOf, signOf, step, tableOf } from "./markup.js";

/** What of a field is put in; `text` is the answer in words. */
export type Part = "text" | "day" | "month" | "year" | "words" | "boxes" | "picture" | "files" | "table" | "rows" | "label";
/** What is known of every record, whatever its form asks. */
export type Known =
  | "number"
  | "form"
  | "state"
  | "today"
  | "created"
  | "author"
  | "authorPosition"
  | "authorOrganization"
  | "organization"
  | "lao"
  | "district"
  | "province"
  | "check";
export type When = "answered" | "unanswered" | "yes" | "no";

export type Piece =
  | { kind: "field"; field: Found; part: Part; table?: Found }
  | { kind: "when"; field: Found; when: When }
  | { kind: "known"; known: Known }
  | { kind: "sign"; by: "field" | "action"; id: string; title: FormDefinition["title"] };

const known: Record<Known, string> = {
  number: "number",
  form: "form.title",
  state: "state.title",
  today: "today.long",
  created: "created.long",
  author: "author.name",
  authorPosition: "author.position",
  authorOrganization: "author.organization",
  organization: "organization.name",
  lao: "organization.lao",
  district: "organization.district",
  province: "organization.province",
  check: "check",
};

/** All of them, in the order of the form. */
export function piecesOf(form: FormDefinition, workflow?: WorkflowDefinition): Piece[] {
  const fields = fieldsOf(form);
  const tables = new Map(fields.flatMap((field) => (fieldType(field.schema) === "table" ? [[field.id, field] as const] : [])));
  const asked = fields.filter(({ schema }) => !["note", "signature", "group"].includes(fieldType(schema) ?? "note"));
  return [
    ...asked.flatMap((field): Piece[] => {
      const table = tables.get(field.parent ?? "");
      return partsOf(field).map((part) => ({ kind: "field", field, part, ...(table ? { table } : {}) }));
    }),
    ...asked.flatMap((field): Piece[] => (tables.has(field.parent ?? "") ? [] : whensOf(field).map((when) => ({ kind: "when", field, when })))),
    ...(Object.keys(known) as Known[]).map((one): Piece => ({ kind: "known", known: one })),
    ...signsOf(form, workflow),
  ];
}

/** Places to sign: the signature fields of the form, and actions that sign without one. */
export function signsOf(form: FormDefinition, workflow?: WorkflowDefinition): Extract<Piece, { kind: "sign" }>[] {
  const fields = Object.entries(form.schema.properties).filter(([, schema]) => fieldType(schema) === "signature");
  const actions = (workflow?.actions ?? []).filter(({ sign }) => sign && sign.field === undefined);
  return [
    ...fields.map(([name, schema]) => ({ kind: "sign" as const, by: "field" as const, id: name, title: schema.title ?? name })),
    ...actions.map(({ id, title, sign }) => ({ kind: "sign" as const, by: "action" as const, id, title: sign?.as ?? title })),
  ];
}

function partsOf({ schema }: Found): Part[] {
  const type = fieldType(schema);
  if (type === "date") return ["text", "day", "month", "year"];
  if (type === "money") return ["text", "words"];
  if (type === "select" || type === "multi-select" || type === "yes-no") return ["text", "boxes"];
  if (type === "photo") return ["picture"];
  if (type === "file") return ["files"];
  return type === "table" ? ["table", "rows"] : ["text"];
}

function whensOf({ schema }: Found): When[] {
  return fieldType(schema) === "yes-no" ? ["yes", "no"] : ["answered", "unanswered"];
}

/** The path of a field: `fields.goods`, or `fields.home.fields.house` in a group. */
export const pathOf = ({ path }: Pick<Found, "path">): string => `fields.${path.map(step).join(".fields.")}`;

/** Before and after what is chosen; `root` goes before every path that is looked up from the top. */
export function written(piece: Piece, root = "", inRow?: string): { before: string; after: string } {
  const alone = (before: string) => ({ before, after: "" });
  if (piece.kind === "known") return alone(`{{${root}${known[piece.known]}}}`);
  if (piece.kind === "sign") return alone(signOf(piece.by === "field" ? `signatureFields.${piece.id}` : `signatures.${piece.id}`, root));
  const { field } = piece;
  const path = `${root}${pathOf(field)}`;
  if (piece.kind === "when") {
    const [open, of] = { answered: ["unless", "empty"], unanswered: ["if", "empty"], yes: ["if", "value"], no: ["unless", "value"] }[piece.when];
    return { before: `{{#${open} ${path}.${of}}}`, after: `{{/${open}}}` };
  }
  const { part, table } = piece;
  if (table) {
    const cell = partText(`cells.${step(field.name)}`, part, field);
    return alone(inRow === table.name ? cell : `{{#each ${root}${pathOf(table)}.rows}}${cell} {{/each}}`);
  }
  return alone(partText(path, part, field));
}

function partText(path: string, part: Part, field: Found): string {
  if (part === "text" || part === "words" || part === "label") return `{{${path}.${part}}}`;
  if (part === "day" || part === "month" || part === "year") return `{{${path}.day.${part}}}`;
  if (part === "boxes") return `{{#each ${path}.options}}{{box}} {{label}}&nbsp; {{/each}}`;
  if (part === "files") return `{{#each ${path}.files}}{{name}} {{/each}}`;
  if (part === "picture") return pictureOf(path);
  if (part === "rows") return `{{#each ${path}.rows}}{{number}} {{/each}}`;
  return tableOf(path, Object.entries(holderOf(field.schema).properties));
}
