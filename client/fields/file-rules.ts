// Which files a field takes, judged on the device before anything is sent; the server judges again by content.
import "../ui/late-words.js";
import type { CompiledField } from "../../engine/compile/compiled.js";
import type { Problem } from "../../schemas/types.js";
import { both } from "../ui/words.js";

const types: Record<string, string> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};
const photos = ["jpg", "png", "webp"];
const usual = ["pdf", "jpg", "png", "webp", "docx", "xlsx"];
const mega = 1024 * 1024;

const kindsOf = ({ type, options }: CompiledField): string[] => options.accept ?? (type === "photo" ? photos : usual);
const mostOf = ({ options }: CompiledField): number => options.maxBytes ?? 10 * mega;

/** The longest side that a picture keeps. */
export const longestOf = ({ options }: CompiledField): number => options.longest ?? 2000;

/** For the `accept` of an input. */
export const accepted = (field: CompiledField): string[] => kindsOf(field).map((kind) => types[kind] ?? `.${kind}`);

/** "1.2 MB" */
export function bytes(size: number): string {
  return size < mega ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / mega).toFixed(1).replace(/\.0$/, "")} MB`;
}

/** What the help says a field takes. */
export const fileLimits = (field: CompiledField): { kinds: string; size: string } => ({
  kinds: kindsOf(field).join(", ").toUpperCase(),
  size: bytes(mostOf(field)),
});

/** Why a file is not taken; undefined when it is. */
export function judge(field: CompiledField, name: string, { size, type }: Blob): Problem | undefined {
  const { kinds, size: max } = fileLimits(field);
  const known = kindsOf(field).some((kind) => types[kind] === type || (!type && name.toLowerCase().endsWith(`.${kind}`)));
  if (!known) return { code: "file.type", title: both("file.wrongKind", { name, kinds }) };
  return size > mostOf(field) ? { code: "file.size", title: both("file.tooBig", { name, size: bytes(size), max }) } : undefined;
}
