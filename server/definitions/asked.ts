// What each form of an LAO asks already: the questions of its top fields by their words and by their identity, kept in memory and brought up to date
// by the forms that were saved since. Told as a doubt where another form asks the same: people answer once what is one thing.
import { fieldType } from "../../engine/definition/field-type.js";
import { definitionProblem } from "../../engine/problem/definition.js";
import { searchable } from "../../engine/thai/normalise.js";
import type { FieldSchema, FieldType, FormDefinition, Problem, Text } from "../../schemas/types.js";
import { form as validForm } from "../../schemas/validators.js";

/** Kinds that are asked of people, and whose answer is one thing wherever it is asked. */
const kinds = new Set<FieldType>([
  "text",
  "long-text",
  "integer",
  "number",
  "money",
  "percent",
  "yes-no",
  "date",
  "select",
  "multi-select",
  "phone",
  "email",
  "national-id",
  "person-name",
  "address",
]);
/** Questions of every form, each time about something else. */
const everyday = new Set("วันที่ เวลา เรื่อง เหตุผล หมายเหตุ รายละเอียด จำนวน จำนวนเงิน ความเห็น ข้อเสนอแนะ ประเภท สถานะ สถานที่ อื่นๆ ข้อความ คำถาม".split(" "));
/** Questions that one other form asks, told one by one; more are told together. */
const mostOfOne = 5;
/** Owners whose questions are kept at once; whoever was not asked for longest goes first. */
const mostOwners = 200;

export interface OtherForm {
  id: string;
  /** Which save it is: what was read of it holds until the next one. */
  saved: string;
  form: FormDefinition;
}

interface Asked {
  form: string;
  title: Text;
  /** Its name there. */
  field: string;
  type: FieldType;
  /** Whether other forms may read it there. */
  offered: boolean;
  codes: string | undefined;
}

/** A question as it is compared: without its number, its unit in brackets and its signs. */
export const plainQuestion = (title: string): string =>
  searchable(title)
    .replace(/\([^)]*\)/g, " ")
    .replace(/^[\d.)\s]+/, "")
    .replace(/[\s.:*?"“”'!,/-]+/g, "");

function asks(form: FormDefinition): { keys: string[]; name: string; type: FieldType; schema: FieldSchema }[] {
  return Object.entries(form.schema.properties).flatMap(([name, schema]) => {
    if (schema["x-value"] !== undefined) return [];
    const type = fieldType(schema);
    if (!type || !kinds.has(type)) return [];
    const question = plainQuestion(schema.title ?? "");
    const keys = [...(question && !everyday.has(question) ? [`${type} ${question}`] : []), ...(schema["x-id"] ? [`${type} #${schema["x-id"]}`] : [])];
    return keys.length ? [{ keys, name, type, schema }] : [];
  });
}

/** The questions of one owner. */
class Index {
  readonly #saved = new Map<string, string>();
  readonly #keys = new Map<string, string[]>();
  readonly #asked = new Map<string, Asked[]>();

  /** Reads again only what was saved since, and forgets what is gone. */
  follow(forms: readonly OtherForm[]): void {
    const there = new Set(forms.map(({ id }) => id));
    for (const id of this.#saved.keys()) if (!there.has(id)) this.#forget(id);
    for (const { id, saved, form } of forms) {
      if (this.#saved.get(id) === saved) continue;
      this.#forget(id);
      this.#saved.set(id, saved);
      this.#keys.set(id, this.#read(id, form));
    }
  }

  find(key: string): readonly Asked[] {
    return this.#asked.get(key) ?? [];
  }

  #read(id: string, form: FormDefinition): string[] {
    // A copy whose shape is not right yet has no questions to speak of.
    if (!validForm(form)) return [];
    const offered = new Set((form.reference?.fields ?? []).filter((name) => !form.sensitive?.includes(name)));
    return asks(form).flatMap(({ keys, name, type, schema }) => {
      const asked: Asked = { form: id, title: form.title, field: name, type, offered: offered.has(name), codes: schema["x-codes"] };
      for (const key of keys) this.#asked.set(key, [...(this.#asked.get(key) ?? []), asked]);
      return keys;
    });
  }

  #forget(id: string): void {
    for (const key of this.#keys.get(id) ?? []) {
      const left = this.find(key).filter(({ form }) => form !== id);
      if (left.length) this.#asked.set(key, left);
      else this.#asked.delete(key);
    }
    this.#keys.delete(id);
    this.#saved.delete(id);
  }
}

interface Doubt {
  title: string;
  path: string;
  asked: Asked;
  readable: boolean;
}

const one = ({ title, path, asked, readable }: Doubt): Problem => {
  const params = { title, form: asked.title, id: asked.form, field: asked.field };
  return definitionProblem(readable ? "definition.asked-elsewhere" : "definition.asked-elsewhere-closed", params, path, { level: "warn" });
};

/** Of a form that is all but another one, once: forty lines would say no more. */
function many(doubts: readonly Doubt[]): Problem {
  const { asked, path } = doubts[0]!;
  const params = { form: asked.title, id: asked.form, count: doubts.length, titles: doubts.slice(0, mostOfOne).map(({ title }) => title) };
  return definitionProblem("definition.asked-elsewhere-many", params, path, { level: "warn" });
}

export class AskedAlready {
  readonly #owners = new Map<string, Index>();

  /** Doubts about what this form asks although another one of the owner does. What it offers to others itself is asked here rightly. */
  doubts(owner: string, form: FormDefinition, forms: readonly OtherForm[]): Problem[] {
    const index = this.#of(owner);
    index.follow(forms);
    const found = asks(form).flatMap(({ keys, name, type, schema }): Doubt[] => {
      if (form.reference?.fields?.includes(name)) return [];
      const others = keys.flatMap((key) => index.find(key)).filter((asked) => asked.form !== form.id);
      const readable = others.find((asked) => asked.offered && fits(type, schema, asked));
      const asked = readable ?? others[0];
      if (!asked) return [];
      return [{ title: schema.title ?? name, path: `/schema/properties/${name}`, asked, readable: readable !== undefined }];
    });
    const byForm = new Map<string, Doubt[]>();
    for (const doubt of found) byForm.set(doubt.asked.form, [...(byForm.get(doubt.asked.form) ?? []), doubt]);
    return [...byForm.values()].flatMap((doubts) => (doubts.length > mostOfOne ? [many(doubts)] : doubts.map(one)));
  }

  #of(owner: string): Index {
    const index = this.#owners.get(owner) ?? new Index();
    this.#owners.delete(owner);
    this.#owners.set(owner, index);
    if (this.#owners.size > mostOwners) this.#owners.delete(this.#owners.keys().next().value!);
    return index;
  }
}

/** Whether an answer from there is one here as it is. A choice means the same only in the same list. */
const fits = (type: FieldType, schema: FieldSchema, asked: Asked): boolean =>
  type !== "multi-select" && (type !== "select" || (asked.codes !== undefined && asked.codes === schema["x-codes"]));
