// Which element shows a field. What most forms have comes with filling itself, the others when a form first needs them.
// A new type is one file and one line here.
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

const plain: Shower = { name: "tf-text-field" };
const numeric = { name: "tf-number-field", load: () => import("./number-field.js") };
const year = { name: "tf-year-field", load: () => import("./year-field.js") };
const choice: Shower = { name: "tf-choice-field" };
const files = { name: "tf-file-field", load: () => import("./file-field.js") };
const computed: Shower = { name: "tf-computed-field" };
const sheet: Shower = { name: "tf-sheet-field", load: () => import("./sheet-field.js") };
const computedTable = { name: "tf-rows-field", load: () => import("./rows-field.js") };

const elements: Record<FieldType, Shower> = {
  text: plain,
  phone: plain,
  "long-text": { name: "tf-long-text-field" },
  integer: numeric,
  number: numeric,
  money: numeric,
  "yes-no": { name: "tf-yes-no-field", load: () => import("./yes-no-field.js") },
  date: { name: "tf-date-field" },
  "academic-year": year,
  "fiscal-year": year,
  term: year,
  select: { name: "tf-select-field" },
  "multi-select": { name: "tf-multi-select-field", load: () => import("./multi-select-field.js") },
  "person-name": { name: "tf-person-name-field", load: () => import("./person-name-field.js") },
  person: choice,
  organization: choice,
  position: choice,
  reference: choice,
  file: files,
  photo: files,
  signature: { name: "tf-signature-field", load: () => import("./signature-field.js") },
  table: { name: "tf-table-field", load: () => import("./table-field.js") },
  group: { name: "tf-group-field", load: () => import("./group-field.js") },
  computed,
  "running-number": { name: "tf-running-number-field" },
  note: { name: "tf-note-field", load: () => import("./note-field.js") },
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
