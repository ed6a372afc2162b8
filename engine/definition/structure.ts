// Says in words what the meta-schema finds wrong with the shape of a definition, and takes the wrong parts out so that the rules can look at the rest.
import type { Problem, Text } from "../../schemas/types.js";
import type { SchemaComplaint, Validator } from "../../schemas/validators.js";
import { nearest } from "../expression/scope.js";
import { getAt, parts, pointer, safePath, setAt } from "../path/path.js";
import { definitionProblem } from "../problem/definition.js";
import { knownKeys } from "./keywords.js";

const typeNames: Record<string, Text> = {
  string: { th: "ข้อความ", en: "text" },
  integer: { th: "จำนวนเต็ม", en: "a whole number" },
  number: { th: "ตัวเลข", en: "a number" },
  boolean: { th: " true หรือ false", en: "true or false" },
  array: { th: "รายการ [ ]", en: "a list [ ]" },
  object: { th: "ออบเจกต์ { }", en: "an object { }" },
};

const sizes: Record<string, Text> = {
  minLength: { th: "ยาวอย่างน้อย", en: "a length of at least" },
  maxLength: { th: "ยาวไม่เกิน", en: "a length of at most" },
  minItems: { th: "มีรายการอย่างน้อย", en: "items, at least" },
  maxItems: { th: "มีรายการไม่เกิน", en: "items, at most" },
  minProperties: { th: "มีสมาชิกอย่างน้อย", en: "members, at least" },
  maxProperties: { th: "มีสมาชิกไม่เกิน", en: "members, at most" },
  minimum: { th: "มีค่าไม่น้อยกว่า", en: "a value of at least" },
  maximum: { th: "มีค่าไม่เกิน", en: "a value of at most" },
};

// Patterns of common.schema.json, told by what they are for.
const patterns: Record<string, "definition.bad-id" | "definition.bad-name" | "definition.bad-field-id" | "definition.bad-who"> = {
  "^[a-z][a-z0-9-]{0,62}$": "definition.bad-id",
  "^[A-Za-z][A-Za-z0-9_]{0,62}$": "definition.bad-name",
  "^[0-9a-z]{10}$": "definition.bad-field-id",
  "^[a-z][a-z0-9-]{0,62}(@(class|school|centre|office|lao|district|province))?$": "definition.bad-who",
};

export interface Structure {
  problems: Problem[];
  /** The definition without its wrong parts; undefined where nothing usable is left. */
  usable: unknown;
  /** The place in the definition as it was given, of a place in what is left of it. */
  given(path: string): string;
}

/** Checks the shape. Taking out a wrong part may leave its holder incomplete, so it is looked at a few times. */
export function checkStructure(definition: unknown, validator: Validator): Structure {
  const problems: Problem[] = [];
  const removed: { list: string; index: number }[] = [];
  let usable = definition;
  const done = (left: unknown): Structure => ({ problems, usable: left, given: (path) => removed.reduceRight(putBack, path) });
  for (let round = 0; round < 8; round++) {
    if (validator(usable)) return done(usable);
    const complaints = essential(validator.errors ?? [], usable);
    // Only the first look tells the author; later ones see what taking out has left.
    if (round === 0) problems.push(...complaints.map((complaint) => told(complaint, definition)));
    for (const { path, stand } of complaints.map((complaint, number) => repair(complaint, `missing-${round}-${number}`)).sort(lastFirst)) {
      if (path.length === 0 || !safePath(path)) return done(undefined);
      if (stand === undefined && !has(usable, path)) continue;
      if (stand === undefined && Array.isArray(getAt(usable, path.slice(0, -1))))
        removed.push({ list: pointer(path.slice(0, -1)), index: Number(path.at(-1)) });
      usable = setAt(usable, path, stand);
    }
  }
  return done(undefined);
}

// Deeper places go first, and later items of a list before earlier ones, so that the places still to come stay right.
function lastFirst(a: { path: readonly string[] }, b: { path: readonly string[] }): number {
  return b.path.length - a.path.length || compare(b.path, a.path);
}

function putBack(path: string, { list, index }: { list: string; index: number }): string {
  if (!path.startsWith(`${list}/`)) return path;
  const [number = "", ...rest] = path.slice(list.length + 1).split("/");
  return Number(number) >= index ? [list, String(Number(number) + 1), ...rest].join("/") : path;
}

/** What stands in for something that is missing, so that the rest of its holder can still be looked at. */
const standIns: Record<string, unknown> = {
  title: "–",
  label: "–",
  page: "–",
  message: "–",
  th: "–",
  rule: "true",
  type: "object",
  properties: {},
  schema: { type: "object", properties: {} },
  fields: [],
  sections: [],
  items: [],
  rows: [],
  form: "missing",
  pick: "count",
  within: "unit",
  series: "missing",
  period: "ever",
  template: "–",
};

// The wrong key or value is taken out; for what is missing something stands in, or its holder is taken out.
function repair({ instancePath, keyword, params }: SchemaComplaint, id: string): { path: string[]; stand?: unknown } {
  const path = parts(instancePath);
  if (keyword === "additionalProperties") return { path: [...path, String(params.additionalProperty)] };
  if (keyword === "propertyNames") return { path: [...path, String(params.propertyName)] };
  if (keyword !== "required") return { path };
  const missing = String(params.missingProperty);
  const stand = missing === "id" ? id : Object.hasOwn(standIns, missing) ? standIns[missing] : undefined;
  return stand === undefined ? { path } : { path: [...path, missing], stand };
}

function has(value: unknown, path: readonly string[]): boolean {
  const holder = getAt(value, path.slice(0, -1));
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, path.at(-1)!);
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const order = /^\d+$/.test(part) && /^\d+$/.test(b[at] ?? "") ? Number(part) - Number(b[at]) : part < (b[at] ?? "") ? -1 : part > (b[at] ?? "") ? 1 : 0;
    if (order) return order;
  }
  return 0;
}

// Ajv tells every branch of an anyOf and then the anyOf itself. Where a branch goes deeper, the deeper fault is the one meant; else the anyOf.
// It tells a wrong key twice: as a pattern on the object, and as a property name, which says which.
function essential(errors: readonly SchemaComplaint[], definition: unknown): SchemaComplaint[] {
  const kept = errors.filter((error) => {
    if (error.keyword === "pattern" && typeof getAt(definition, parts(error.instancePath)) !== "string") return false;
    const choice = errors.find(
      (other) => other.keyword === "anyOf" && (error.instancePath === other.instancePath || error.instancePath.startsWith(`${other.instancePath}/`)),
    );
    if (!choice) return true;
    const deeper = errors.some((other) => other.instancePath.startsWith(`${choice.instancePath}/`));
    return deeper ? error.instancePath !== choice.instancePath : error === choice;
  });
  return [...new Map(kept.map((error) => [`${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`, error])).values()];
}

function told({ instancePath, keyword, params }: SchemaComplaint, definition: unknown): Problem {
  const name = parts(instancePath).at(-1) ?? "definition";
  const at = getAt(definition, parts(instancePath));
  const value = shown(at);
  switch (keyword) {
    case "required":
      return definitionProblem("definition.missing", { name: String(params.missingProperty) }, `${instancePath}${pointer([String(params.missingProperty)])}`);
    case "additionalProperties":
      return unknownKey(String(params.additionalProperty), instancePath);
    case "propertyNames":
      return definitionProblem("definition.bad-name", { value: String(params.propertyName) }, `${instancePath}${pointer([String(params.propertyName)])}`);
    case "type":
      return definitionProblem(
        "definition.wrong-type",
        { name, expected: [params.type].flat().map((type) => typeNames[String(type)] ?? String(type)) },
        instancePath,
      );
    case "enum":
    case "const": {
      const allowed = ((params.allowedValues ?? [params.allowedValue]) as unknown[]).map(String);
      return definitionProblem("definition.not-allowed", { name, value, allowed }, instancePath);
    }
    case "pattern": {
      const code = patterns[String(params.pattern)];
      if (code) return definitionProblem(code, { value }, instancePath);
      return definitionProblem("definition.bad-form", { name, value, pattern: String(params.pattern) }, instancePath);
    }
    case "anyOf":
      return definitionProblem("definition.bad-text", { name }, instancePath);
    default:
      return definitionProblem("definition.out-of-size", { name, relation: sizes[keyword] ?? keyword, limit: String(params.limit ?? "") }, instancePath);
  }
}

function unknownKey(name: string, at: string): Problem {
  const suggestion = nearest(name, knownKeys);
  const path = `${at}${pointer([name])}`;
  return suggestion ? definitionProblem("definition.misspelt-key", { name, suggestion }, path) : definitionProblem("definition.unknown-key", { name }, path);
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "–");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
