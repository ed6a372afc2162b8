// An e-mail address, its domain in small letters. What is refused could not be delivered; whether it exists only a letter can tell.
import { fieldProblem } from "../problem/field.js";
import { kindProblem } from "../problem/kind.js";
import { normalise } from "../thai/normalise.js";
import type { FieldKind, FieldUnder } from "./field.js";

const longest = 254;
const stray = /[^!-~]/u;
const label = /^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?$/;

function emailProblem(address: string, { title, path }: FieldUnder) {
  const found = stray.exec(address);
  if (found) return kindProblem("field.email-stray", { found: found[0] }, path);
  if (address.length > longest) return fieldProblem("field.too-long", { title, limit: longest, count: address.length }, path);
  const [name = "", domain = "", ...more] = address.split("@");
  if (!name || !domain || more.length) return kindProblem("field.email-at", {}, path);
  if (name.length > 64 || !/^[^."(),:;<>[\\\]]+(\.[^."(),:;<>[\\\]]+)*$/.test(name)) return kindProblem("field.email-name", { name }, path);
  const labels = domain.split(".");
  const sound = labels.length > 1 && labels.every((one) => label.test(one)) && /^([a-z]{2,}|xn--[0-9a-z-]+)$/.test(labels.at(-1)!);
  return sound ? undefined : kindProblem("field.email-domain", { domain }, path);
}

export const email: FieldKind = {
  type: "email",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["x-default", "x-value"],
  clean(value) {
    if (typeof value !== "string") return value;
    const address = normalise(value).trim();
    const at = address.lastIndexOf("@") + 1;
    return address.slice(0, at) + address.slice(at).toLowerCase();
  },
  validate(value, field) {
    if (typeof value !== "string") return [fieldProblem("field.type", { title: field.title, expected: { th: "อีเมล", en: "an e-mail address" } }, field.path)];
    const problem = emailProblem(value, field);
    return problem ? [problem] : [];
  },
  // Not `format: email`: validators read that word differently, and some refuse addresses that arrive.
  schema: () => ({ type: "string", maxLength: longest, pattern: "^[!-?A-~]+@[0-9a-z.-]+$" }),
  show: (value) => (typeof value === "string" ? value : ""),
  sortKey: (value) => (typeof value === "string" ? value.toLowerCase() : ""),
};
