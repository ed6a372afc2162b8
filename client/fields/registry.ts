// Which element shows a field. What most forms have comes with filling itself, the others when a form first needs them.
// A new type is one file and one line: here and, when most forms do without it, in rarer.ts.
import type { FieldType } from "../../schemas/types.js";
import { t } from "../ui/words.js";
import type { FieldElement, FieldNode } from "./field-element.js";
import "./choice-field.js";
import "./computed-field.js";
import "./date-field.js";
import "./long-text-field.js";
import "./running-number-field.js";
import "./select-field.js";
import "./text-field.js";

interface Shower {
  name: string;
  /** Brings its code; absent when that is here. */
  load?: () => Promise<unknown>;
}

/** One of those in rarer.ts. */
const rarer = (name: string): Shower => ({ name: `tf-${name}-field`, load: () => import("./rarer.js") });
const plain: Shower = { name: "tf-text-field" };
const numeric = rarer("number");
const year = rarer("year");
const choice: Shower = { name: "tf-choice-field" };
const files = { name: "tf-file-field", load: () => import("./file-field.js") };
const computed: Shower = { name: "tf-computed-field" };
const sheet: Shower = { name: "tf-sheet-field", load: () => import("./sheet-field.js") };
const computedTable = rarer("rows");

const elements: Record<FieldType, Shower> = {
  text: plain,
  phone: plain,
  "long-text": { name: "tf-long-text-field" },
  integer: numeric,
  number: numeric,
  money: numeric,
  percent: numeric,
  "yes-no": rarer("yes-no"),
  date: { name: "tf-date-field" },
  time: rarer("time"),
  "academic-year": year,
  "fiscal-year": year,
  term: year,
  select: { name: "tf-select-field" },
  "multi-select": rarer("multi-select"),
  email: rarer("email"),
  "national-id": rarer("national-id"),
  "person-name": rarer("person-name"),
  address: rarer("address"),
  location: rarer("location"),
  person: choice,
  organization: choice,
  position: choice,
  reference: choice,
  file: files,
  photo: files,
  signature: rarer("signature"),
  table: rarer("table"),
  group: rarer("group"),
  computed,
  "running-number": { name: "tf-running-number-field" },
  note: rarer("note"),
};

/** Who shows a node: its type's element, or a reader when nobody may type here. */
function elementOf({ field, computed: given, readOnly }: FieldNode): Shower {
  if (!given && !readOnly) return field.options.display === "sheet" ? sheet : elements[field.type];
  if (field.type === "table") return computedTable;
  return ["group", "note", "signature", "running-number", "file", "photo"].includes(field.type) ? elements[field.type] : computed;
}

/** The element of a node. It is empty until its code is here: `loadField` brings it. */
export const fieldElement = (node: FieldNode): FieldElement => document.createElement(elementOf(node).name) as FieldElement;

/** Brings the code of an element that is about to be shown. Without reach it offers to try again. */
export function loadField(element: FieldElement, node: FieldNode): void {
  if (element.isUpdatePending !== undefined) return;
  elementOf(node)
    .load?.()
    .then(
      () => element.querySelector(":scope > .retry")?.remove(),
      () => {
        if (element.firstElementChild) return;
        const retry = Object.assign(document.createElement("button"), { className: "btn text retry", textContent: `${t("field.failed")} ${t("field.again")}` });
        retry.onclick = () => {
          retry.remove();
          loadField(element, node);
        };
        element.append(retry);
      },
    );
}
