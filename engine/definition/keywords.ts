// The keywords of a field: those that every kind has, and by kind. For refusing the others, and for guessing what a misspelt one means.
import type { FieldSchema, FieldType } from "../../schemas/types.js";
import { kinds } from "../fields/index.js";

/** Keywords of every field. */
export const commonKeywords: readonly (keyof FieldSchema)[] = [
  "x-id",
  "x-field",
  "type",
  "title",
  "description",
  "x-en",
  "x-show",
  "x-require",
  "x-check",
  "x-why",
  "x-hidden",
];

/** Keywords that a note understands: it is only words. */
export const noteKeywords: readonly (keyof FieldSchema)[] = ["x-id", "x-field", "title", "description", "x-en", "x-show"];

/** Keywords that fields of a kind understand besides. */
export const keywordsOf = (type: FieldType): readonly (keyof FieldSchema)[] => kinds[type].keywords;

const elsewhere =
  "kind id title description icon unit schema layout lookups access list keys reference workflow documents sensitive examples page sections fields show form where pick field by limit create read export columns filter sort search within on message label properties required additionalProperties rule level series period pattern rows from to parent min max values items who target order paper digits template states actions effects deadline edit comment sign complete notAuthor parameters sources between rows group columns matrix across cell foot total charts series split stacked document signers name pick of over where marks heading decimals subtotal all by summary review in while until place before running longest today do";

/** Every key that a definition may have somewhere. */
export const knownKeys: readonly string[] = [
  ...new Set([...commonKeywords, ...Object.values(kinds).flatMap(({ keywords }) => keywords), ...elsewhere.split(" ")]),
];
