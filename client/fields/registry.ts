// Which element shows a field, each loaded when a form first needs it. A new type is one file and one line here.
import type { FieldType } from "../../schemas/types.js";
import { t } from "../ui/words.js";
import type { FieldElement, FieldNode } from "./field-element.js";

const plain = { name: "tf-text-field", load: () => import("./text-field.js") };
const numeric = { name: "tf-number-field", load: () => import("./number-field.js") };
const year = { name: "tf-year-field", load: () => import("./year-field.js") };
const choice = { name: "tf-choice-field", load: () => import("./choice-field.js") };
const files = { name: "tf-file-field", load: () => import("./file-field.js") };
const computed = { name: "tf-computed-field", load: () => import("./computed-field.js") };
const computedTable = { name: "tf-rows-field", load: () => import("./rows-field.js") };

const elements: Record<FieldType, { name: string; load: () => Promise<unknown> }> = {
  text: plain,
  phone: plain,
  "long-text": { name: "tf-long-text-field", load: () => import("./long-text-field.js") },
  integer: numeric,
  number: numeric,
  money: numeric,
  "yes-no": { name: "tf-yes-no-field", load: () => import("./yes-no-field.js") },
  date: { name: "tf-date-field", load: () => import("./date-field.js") },
  "academic-year": year,
  "fiscal-year": year,
  term: year,
  select: { name: "tf-select-field", load: () => import("./select-field.js") },
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
  "running-number": { name: "tf-running-number-field", load: () => import("./running-number-field.js") },
  note: { name: "tf-note-field", load: () => import("./note-field.js") },
};

/** Who shows a node: its type's element, or a reader when nobody may type here. */
function elementOf({ field, computed: given, readOnly }: FieldNode): { name: string; load: () => Promise<unknown> } {
  if (!given && !readOnly) return elements[field.type];
  if (field.type === "table") return computedTable;
  return ["group", "note", "signature", "running-number", "file", "photo"].includes(field.type) ? elements[field.type] : computed;
}

/** The element of a node. It is empty until its code is here: `loadField` brings it. */
export const fieldElement = (node: FieldNode): FieldElement => document.createElement(elementOf(node).name) as FieldElement;

/** Brings the code of an element that is about to be shown. Without reach it offers to try again. */
export function loadField(element: FieldElement, node: FieldNode): void {
  if (element.isUpdatePending !== undefined) return;
  elementOf(node)
    .load()
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
