// Values made by chance after a JSON Schema of the interface: mostly such as it wants, so that they get past the first check.
import type { Random } from "./chance.js";

type Schema = Record<string, unknown>;

/** Strange values that any place may get instead. */
export const strange: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  2 ** 53,
  "",
  " ",
  "__proto__",
  "constructor",
  "$where",
  "a/b/../c",
  "%00",
  "๑๒๓",
  "😀".repeat(100),
  "x".repeat(5_000),
  "2026-02-31",
  "9999-12-31T23:59:60.000Z",
  [],
  {},
  [[[[]]]],
  { $gt: "" },
  { th: 1 },
  { $row: 1 },
];

export interface Maker {
  random: Random;
  /** Finds what a `$ref` names. */
  resolve(reference: string): Schema;
  /** Ids of things that are there: used for texts without a pattern of their own. */
  known: readonly string[];
}

/** A value after this schema. Depth ends what could go on for ever. */
export function make(maker: Maker, schema: Schema, depth = 0): unknown {
  const { random } = maker;
  if (random.chance(0.04) || depth > 8) return random.pick(strange);
  if (typeof schema.$ref === "string") return make(maker, maker.resolve(schema.$ref), depth + 1);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return make(maker, random.pick(choices), depth + 1);
  if (Array.isArray(schema.enum)) return random.pick(schema.enum);
  if ("const" in schema) return schema.const;
  const type = Array.isArray(schema.type) ? random.pick(schema.type as string[]) : schema.type;
  switch (type) {
    case "object":
      return object(maker, schema, depth);
    case "array":
      return Array.from({ length: random.below(4) + Number(schema.minItems ?? 0) }, () => make(maker, (schema.items ?? {}) as Schema, depth + 1));
    case "integer":
    case "number":
      return random.pick([0, 1, 2, 3, 100, Number(schema.minimum ?? -5), Number(schema.maximum ?? 1e15)]);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    case "string":
      return text(maker, schema);
    default:
      return random.pick(strange);
  }
}

function object(maker: Maker, schema: Schema, depth: number): Record<string, unknown> {
  const { random } = maker;
  const required = new Set((schema.required ?? []) as string[]);
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, Schema>))
    if ((required.has(name) && !random.chance(0.03)) || random.chance(0.4)) made[name] = make(maker, inner, depth + 1);
  if (typeof schema.additionalProperties === "object") made[random.pick(maker.known)] = make(maker, schema.additionalProperties as Schema, depth + 1);
  if (random.chance(0.03)) made.more = random.pick(strange);
  return made;
}

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function text({ random, known }: Maker, { pattern, format }: Schema): string {
  const source = String(pattern ?? "");
  if (source.includes("{26}") && random.chance(0.3)) return Array.from({ length: 26 }, () => letters[random.below(32)]).join("");
  if (source.startsWith("^\\d{4}-\\d{2}-\\d{2}T"))
    return random.pick(["2026-11-24T00:52:00.000Z", "2026-11-23T23:59:60.000Z", "0000-00-00T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]);
  if (format === "date" || source.startsWith("^\\d{4}-\\d{2}-\\d{2}"))
    return random.pick(["2026-11-24", "2569-11-24", "2026-02-31", "0000-01-01", "9999-12-31"]);
  return random.pick(known);
}
