// The pieces of HTML that prints are put together from, a line each thing, so that who reads the template finds what stands where.
import type { FieldSchema, Text } from "../../../schemas/types.js";
import { fieldType } from "../../definition/field-type.js";
import { say } from "../../text/text.js";
import { thaiDigits } from "../../thai/digits.js";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "{": "&lbrace;", "}": "&rbrace;" };

/** Words of a form as a print has them: safe in HTML, never an expression, with Thai digits. */
export const plain = (words: Text): string =>
  thaiDigits(say(words, "th"))
    .replace(/[&<>"{}]/g, (mark) => escapes[mark]!)
    .replace(/\s+/g, " ");

/** A step of a path; a name that means something to templates stands in brackets. */
export const step = (name: string): string => (/^(this|true|false|null|undefined)$/.test(name) ? `[${name}]` : name);

export const dots = "……………………………………";

export const pictureOf = (path: string): string => `{{#each ${path}.files}}<img class="photo" src="/api/v1/files/{{id}}" alt="{{name}}">{{/each}}`;

/** A place to sign, with what is signed there or a dotted line. */
export function signOf(path: string, root = ""): string {
  return `<div class="sign">
{{#with ${root}${path}}}
<p>(ลงชื่อ) {{#if image}}<img src="/api/v1/files/{{image}}" alt="">{{/if}}</p>
<p>({{name}})</p>
<p>{{position}}</p>
{{#if acting}}<p>{{acting}}</p>{{/if}}
<p>{{date.long}}</p>
{{else}}
<p>(ลงชื่อ) ${dots}</p>
<p>(${dots})</p>
<p>วันที่ ……… / ……… / ………</p>
{{/with}}
</div>`;
}

const numeric = new Set<string | undefined>(["integer", "number", "money", "percent"]);

/** A table with a row for each row that was filled. */
export function tableOf(path: string, columns: readonly (readonly [string, FieldSchema])[]): string {
  const shown = columns.filter(([, schema]) => fieldType(schema) !== "note");
  const heads = shown.map(([name, schema]) => `<th>${plain(schema.title ?? name)}</th>`).join("");
  const cells = shown.map(([name, schema]) => `<td${numeric.has(fieldType(schema)) ? ' class="number"' : ""}>{{cells.${step(name)}.text}}</td>`).join("");
  return `<table>
<thead><tr><th>ที่</th>${heads}</tr></thead>
<tbody>
{{#each ${path}.rows}}
<tr><td class="number">{{number}}</td>${cells}</tr>
{{/each}}
</tbody>
</table>`;
}
