// A register as towns keep them, for measuring lists: its definition, and any number of its records by seeded chance.
import { ulid } from "ulid";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { entriesOf, rowOf } from "../../engine/record/rows.js";
import type { FormRecord } from "../../schemas/types.js";
import { type Chance, chance } from "../../server/operations/demo/chance.js";
import type { RecordDoc } from "../../server/records/subject.js";
import type { Write } from "../../server/storage/port.js";

export const formId = "bench-register";
export const groups = ["ก", "ข", "ค", "ง", "จ"];

/** Filtered by its group and sorted by a Thai name; who lists it does so for a school or for the whole town. */
export const definition = {
  kind: "form",
  id: formId,
  title: "ทะเบียนวัดความเร็ว",
  unit: "school",
  schema: {
    type: "object",
    properties: {
      name: { "x-id": "benchname0", "x-field": "text", type: "string", title: "ชื่อ" },
      group: { "x-id": "benchgroup", "x-field": "select", type: "string", title: "กลุ่ม", enum: groups },
      amount: { "x-id": "benchamoun", "x-field": "integer", type: "integer", title: "จำนวน" },
    },
  },
  access: { create: ["anyone"], read: ["author", "director", "education-office"], list: ["director", "education-office"] },
  list: { columns: ["name", "group", "amount"], filter: ["group"], sort: ["name"] },
};

/** Where records belong: a school and everything above it. */
export interface Place {
  organization: string;
  unit: string[];
}

const starts = ["แสง", "บุญ", "ทอง", "ศรี", "ใจ", "พูน", "สุข", "วงศ์", "เพชร", "แก้ว", "รุ่ง", "ชัย", "ดี", "งาม", "มณี", "เกษม", "ไพร", "เดือน"];
const ends = ["ทอง", "สุข", "สำราญ", "งาม", "ประเสริฐ", "ทรัพย์", "เจริญ", "วัฒนา", "พันธ์", "มงคล", "ศิลป์", "สว่าง", "ไพศาล", "ลาภ", "รักษ์", "โต", "ใหญ่"];
const firstMoment = Date.UTC(2020, 0, 1);

/** Which records of a register: from a number up to another. */
export interface Span {
  from: number;
  to: number;
}

/** Lists of writes of so many records each. Groups and places take turns, so that every page that is asked for is full at every size. */
export function* records(form: CompiledForm, owner: string, places: readonly Place[], span: Span, aList: number): Generator<Write[]> {
  const random = chance(span.to);
  for (let at = span.from; at < span.to; at += aList)
    yield Array.from({ length: Math.min(aList, span.to - at) }, (_, i) => recordWrite(form, owner, places[(at + i) % places.length]!, at + i, random));
}

function recordWrite(form: CompiledForm, owner: string, { organization, unit }: Place, n: number, random: Chance): Write {
  const word = () => random.pick(starts) + random.pick(ends);
  const at = new Date(firstMoment + n * 60_000).toISOString();
  const answers = {
    name: `${word()} ${word()}${random.pick(ends)}`,
    group: groups[Math.floor(n / 3) % groups.length]!,
    amount: random.number(1000),
  };
  const bare = {
    ...{
      format: 1 as const,
      id: ulid(Date.parse(at), () => random.number(2 ** 32) / 2 ** 32),
      owner,
      form: formId,
      release: form.release,
      organization,
      unit,
      author: "bench",
      authorName: "วัด",
    },
    ...{ createdAt: at, updatedAt: at, rev: 1, state: "sent", stateSince: at, answers, retired: {}, facts: {}, signatures: [], signing: {} },
    ...{ handlers: [], sealed: false, row: {} },
  } satisfies FormRecord;
  const record = { ...bare, row: rowOf(form, bare) };
  // Its lines as an action writes them. Without words for search: those are measured by their own test.
  return { op: "insert", collection: "records", doc: record as RecordDoc, entries: entriesOf(form, record) };
}
