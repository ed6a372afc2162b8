// Where a print begins: the layouts that offices know, made of a form's own questions, so that the first print is right already.
// Letters follow the rules of official letters; the paper with the Garuda is the office's own, so its place is left free.
import type { DocumentDefinition, FieldSchema, FormDefinition, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { fieldType } from "../../definition/field-type.js";
import { layoutOf } from "../form/layout.js";
import { holderOf } from "../form/tree.js";
import { dots, pictureOf, plain, signOf, step, tableOf } from "./markup.js";
import { pathOf, signsOf } from "./pieces.js";

export type Layout = "letter" | "memo" | "sheet" | "certificate";
export const layouts: readonly Layout[] = ["sheet", "memo", "letter", "certificate"];

interface Asked {
  title: Text;
  form: FormDefinition;
  workflow?: WorkflowDefinition;
}

/** One top question with its path. */
interface Question {
  name: string;
  schema: FieldSchema;
  path: string;
  label: string;
}

/** A document of this layout for a form, without its id. */
export function startDocument(layout: Layout, asked: Asked): Omit<DocumentDefinition, "id"> {
  return { kind: "document", title: asked.title, paper: "A4", digits: "thai", template: `${templates[layout](asked)}\n` };
}

const templates: Record<Layout, (asked: Asked) => string> = { letter, memo, sheet, certificate };

function letter({ title, form, workflow }: Asked): string {
  return lines(
    `<div class="garuda"></div>`,
    `<div class="letter-top">`,
    `<p>ที่ ${numberOf(form)}</p>`,
    `<p>{{organization.name}}<br>{{organization.lao}}<br>{{organization.district}} {{organization.province}}</p>`,
    `</div>`,
    `<p class="letter-day">{{today.long}}</p>`,
    `<p>เรื่อง&nbsp; ${plain(title)}</p>`,
    `<p>เรียน&nbsp; ${addressee(form)}</p>`,
    `<p class="indent">ด้วย {{author.name}} ตำแหน่ง {{author.position}} {{organization.name}} ได้ส่ง${plain(form.title)} มีรายละเอียดดังนี้</p>`,
    ...told(form),
    `<p class="indent">จึงเรียนมาเพื่อโปรดพิจารณา</p>`,
    `<p class="letter-end">ขอแสดงความนับถือ</p>`,
    ...signs(form, workflow),
    `<p class="letter-foot">{{organization.name}}<br>โทร. ${dots}</p>`,
  );
}

function memo({ title, form, workflow }: Asked): string {
  return lines(
    `<p class="memo-title">บันทึกข้อความ</p>`,
    `<div class="memo-head">`,
    `<div class="line"><b>ส่วนราชการ</b><span>{{organization.name}} {{organization.lao}}</span></div>`,
    `<div class="line"><b>ที่</b><span>${numberOf(form)}</span><b>วันที่</b><span>{{today.long}}</span></div>`,
    `<div class="line"><b>เรื่อง</b><span>${plain(title)}</span></div>`,
    `</div>`,
    `<p>เรียน&nbsp; ${addressee(form)}</p>`,
    `<p class="indent">ด้วย {{author.name}} ตำแหน่ง {{author.position}} ขอเสนอ${plain(form.title)} มีรายละเอียดดังนี้</p>`,
    ...told(form),
    `<p class="indent">จึงเรียนมาเพื่อโปรดพิจารณา</p>`,
    ...signs(form, workflow),
  );
}

function sheet({ title, form, workflow }: Asked): string {
  const pages = layoutOf(form);
  const sections = pages.flatMap((page) => page.sections.map((section) => ({ section, page: page.page })));
  const all = questions(form);
  const parts = sections.map(({ section, page }, at) => {
    // A section without a name of its own stands under its page's, once.
    const first = sections.findIndex((one) => one.page === page) === at;
    return { head: section.title ?? (first && pages.length > 1 ? page : undefined), questions: all.filter(({ name }) => section.fields.includes(name)) };
  });
  return lines(
    `<h1>${plain(title)}</h1>`,
    `<p class="center">{{organization.name}} {{organization.lao}}</p>`,
    `<p class="right">${hasNumber(form) ? "เลขที่ {{number}} " : ""}วันที่ {{created.long}}</p>`,
    ...parts.flatMap((part) =>
      part.questions.length ? [...(part.head === undefined ? [] : [`<h2>${plain(part.head)}</h2>`]), ...answersTable(part.questions)] : [],
    ),
    ...signs(form, workflow, `<div class="sign">\n<p>(ลงชื่อ) ${dots}</p>\n<p>({{author.name}})</p>\n<p>{{author.position}}</p>\n</div>`),
  );
}

function certificate({ title, form, workflow }: Asked): string {
  return lines(
    `<div class="garuda"></div>`,
    `<p>ที่ ${numberOf(form)}</p>`,
    `<h1>${plain(title)}</h1>`,
    `<p class="center">{{organization.name}} {{organization.lao}}</p>`,
    `<p class="indent">หนังสือฉบับนี้ให้ไว้เพื่อแสดงว่า ${sentence(form)}</p>`,
    `<p class="indent">ให้ไว้ ณ วันที่ {{today.long}}</p>`,
    ...signs(form, workflow),
  );
}

const lines = (...parts: string[]): string => parts.join("\n");

/** Questions that a print tells, in the order of the pages; what is signed or numbered has its own place, and what no page of the form shows has none. */
function questions(form: FormDefinition): Question[] {
  const left = new Set<string | undefined>(["note", "signature", "running-number", undefined]);
  const names = layoutOf(form).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  return names.flatMap((name) => {
    const schema = Object.hasOwn(form.schema.properties, name) ? form.schema.properties[name] : undefined;
    return !schema || left.has(fieldType(schema)) ? [] : [{ name, schema, path: pathOf({ path: [name] }), label: plain(schema.title ?? name) }];
  });
}

/** The questions of a group each for itself. */
function spread(all: readonly Question[]): Question[] {
  return all.flatMap((question) => {
    if (fieldType(question.schema) !== "group") return [question];
    const inside = Object.entries(holderOf(question.schema).properties).filter(([, schema]) => fieldType(schema) !== "note");
    return spread(
      inside.map(([name, schema]) => ({
        name,
        schema,
        path: `${question.path}.fields.${step(name)}`,
        label: `${question.label} – ${plain(schema.title ?? name)}`,
      })),
    );
  });
}

/** Each question with its answer as a line of a letter. */
function told(form: FormDefinition): string[] {
  return spread(questions(form))
    .filter(({ name }) => name !== addressField(form))
    .flatMap(({ schema, path, label }) => {
      const type = fieldType(schema);
      if (type === "table") return [`<p class="item">${label}</p>`, tableOf(path, Object.entries(holderOf(schema).properties))];
      if (type === "photo") return [`<p class="item">${label} ${pictureOf(path)}</p>`];
      return [`<p class="item">${label}&nbsp; ${answerOf(type, path)}</p>`];
    });
}

/** Question beside answer; a table of the form stands under its question in full width. */
function answersTable(all: readonly Question[]): string[] {
  const parts: string[] = [];
  let rows: string[] = [];
  const close = () => {
    if (rows.length) parts.push(`<table class="answers">`, ...rows, `</table>`);
    rows = [];
  };
  for (const { schema, path, label } of spread(all)) {
    const type = fieldType(schema);
    if (type === "table") {
      close();
      parts.push(`<p class="table-title">${label}</p>`, tableOf(path, Object.entries(holderOf(schema).properties)));
    } else rows.push(`<tr><th>${label}</th><td>${type === "photo" ? pictureOf(path) : answerOf(type, path)}</td></tr>`);
  }
  close();
  return parts;
}

const answerOf = (type: string | undefined, path: string): string =>
  type === "money" ? `{{${path}.text}} {{#if ${path}.words}}({{${path}.words}}){{/if}}` : `{{${path}.text}}`;

/** The first questions as one sentence, for a letter that certifies. */
function sentence(form: FormDefinition): string {
  const short = spread(questions(form)).filter(({ schema }) => !["table", "photo", "file", "long-text", "location"].includes(fieldType(schema)!));
  return short.length
    ? short
        .slice(0, 8)
        .map(({ path, label }) => `${label} {{${path}.text}}`)
        .join(" ")
    : "{{author.name}}";
}

const hasNumber = (form: FormDefinition): boolean => Object.values(form.schema.properties).some((schema) => fieldType(schema) === "running-number");
const numberOf = (form: FormDefinition): string => (hasNumber(form) ? "{{number}}" : "………… / …………");

/** The question that asks to whom it goes. */
const addressField = (form: FormDefinition): string | undefined =>
  Object.entries(form.schema.properties).find(([, { title = "" }]) => /^(เรียน|ถึง)(\s|$)/.test(title))?.[0];

function addressee(form: FormDefinition): string {
  const field = addressField(form);
  return field === undefined ? dots : `{{${pathOf({ path: [field] })}.text}}`;
}

/** A place for everybody who signs; for a form that nobody signs, the one given or a dotted line. */
function signs(form: FormDefinition, workflow: WorkflowDefinition | undefined, otherwise?: string): string[] {
  const all = signsOf(form, workflow);
  if (!all.length) return [otherwise ?? `<div class="sign">\n<p>(ลงชื่อ) ${dots}</p>\n<p>(${dots})</p>\n<p>ตำแหน่ง ${dots}</p>\n</div>`];
  return all.map(({ by, id }) => signOf(by === "field" ? `signatureFields.${id}` : `signatures.${id}`));
}
