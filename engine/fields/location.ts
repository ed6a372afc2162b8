// A position on the earth, as a device finds it or as people type it: latitude, longitude, and how far off it may be.
import { kindProblem } from "../problem/kind.js";
import { arabicDigits } from "../thai/digits.js";
import type { FieldKind, FieldUnder } from "./field.js";
import { numberKey } from "./number-rules.js";

export interface Position {
  lat: number;
  lng: number;
  /** Metres. */
  accuracy?: number;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

export function isPosition(value: unknown): value is Position {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { lat, lng, accuracy, ...others } = value as Record<string, unknown>;
  return isNumber(lat) && isNumber(lng) && (accuracy === undefined || (isNumber(accuracy) && accuracy >= 0)) && Object.keys(others).length === 0;
}

/** "16.4419, 102.8360", also in brackets, with degrees or letters, as maps write it; undefined when it is no pair of numbers. */
export function readPosition(text: string): Position | undefined {
  const plain = arabicDigits(text)
    .replace(/[()°NEne]/g, " ")
    .replace(/[−–]/g, "-")
    .trim();
  const [, lat, lng] = /^([+-]?\d{1,3}(?:\.\d*)?)(?:\s*[,;]\s*|\s+)([+-]?\d{1,3}(?:\.\d*)?)$/.exec(plain) ?? [];
  return lat === undefined ? undefined : { lat: Number(lat), lng: Number(lng) };
}

/** 16.44190, 102.83600: a metre apart at the fifth place. */
export const writePosition = ({ lat, lng }: Position): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`;

function problemsOf({ lat, lng }: Position, { path }: FieldUnder) {
  if (Math.abs(lat) > 90) return [kindProblem("field.latitude", { value: String(lat) }, `${path}/lat`)];
  return Math.abs(lng) > 180 ? [kindProblem("field.longitude", { value: String(lng) }, `${path}/lng`)] : [];
}

export const location: FieldKind = {
  type: "location",
  ask: { th: "ระบุ", en: "Give" },
  value: "map",
  answers: true,
  byPeople: true,
  json: ["object"],
  keywords: [],
  clean(value) {
    const position = typeof value === "string" ? readPosition(value) : value;
    if (!isPosition(position)) return value;
    const { lat, lng, accuracy } = position;
    return { lat: round(lat, 7), lng: round(lng, 7), ...(accuracy !== undefined && { accuracy: round(accuracy, 0) }) };
  },
  validate: (value, field) => (isPosition(value) ? problemsOf(value, field) : [kindProblem("field.location", { title: field.title }, field.path)]),
  schema: () => ({
    type: "object",
    additionalProperties: false,
    required: ["lat", "lng"],
    properties: {
      lat: { type: "number", minimum: -90, maximum: 90 },
      lng: { type: "number", minimum: -180, maximum: 180 },
      accuracy: { type: "number", minimum: 0 },
    },
  }),
  show(value, _options, _facts, language) {
    if (!isPosition(value)) return "";
    return writePosition(value) + (value.accuracy === undefined ? "" : ` (±${value.accuracy} ${language === "th" ? "ม." : "m"})`);
  },
  // From south to north.
  sortKey: (value) => (isPosition(value) ? numberKey(value.lat) + numberKey(value.lng) : ""),
};
