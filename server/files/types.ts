// What may be attached, told by how the content begins and ends and never by the name alone.

export interface FileType {
  id: string;
  /** Endings of names that say so. */
  endings: string[];
  mime: string;
  fits(head: Uint8Array): boolean;
  /** Whether the last bytes end such a file; one without ends as it may. */
  ends?(tail: Uint8Array): boolean;
}

const starts =
  (...bytes: number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, at) => head[at] === byte);
const text = (head: Uint8Array, at: number, word: string) => [...word].every((letter, index) => head[at + index] === letter.charCodeAt(0));
/** Whether a zip's first entries name this part: office files are zips. */
const zipWith = (part: string) => (head: Uint8Array) => starts(0x50, 0x4b, 0x03, 0x04)(head) && Buffer.from(head).includes(part, 0, "latin1");

const number = (head: Uint8Array, at: number, length: number) => Buffer.from(head).readUIntBE(at, length);
/** A picture's header, whole: its size, which is not nothing. */
const isPng = (head: Uint8Array) =>
  starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)(head) &&
  text(head, 12, "IHDR") &&
  head.length >= 33 &&
  [16, 20].every((at) => number(head, at, 4) > 0 && number(head, at, 4) < 2 ** 31);
/** The start of an image and a first segment of some length. */
const isJpeg = (head: Uint8Array) => starts(0xff, 0xd8, 0xff)(head) && head.length >= 6 && head[3]! >= 0xc0 && head[3]! < 0xff && number(head, 4, 2) >= 2;

/** Office files stand before the plain zip that they are too. */
export const fileTypes: FileType[] = [
  {
    id: "pdf",
    endings: ["pdf"],
    mime: "application/pdf",
    fits: (head) => text(head, 0, "%PDF-"),
    ends: (tail) => Buffer.from(tail).includes("%%EOF", 0, "latin1"),
  },
  { id: "jpg", endings: ["jpg", "jpeg"], mime: "image/jpeg", fits: isJpeg },
  { id: "png", endings: ["png"], mime: "image/png", fits: isPng },
  { id: "webp", endings: ["webp"], mime: "image/webp", fits: (head) => text(head, 0, "RIFF") && text(head, 8, "WEBPVP8") },
  { id: "docx", endings: ["docx"], mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", fits: zipWith("word/") },
  { id: "xlsx", endings: ["xlsx"], mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fits: zipWith("xl/") },
  { id: "zip", endings: ["zip"], mime: "application/zip", fits: (head) => starts(0x50, 0x4b, 0x03, 0x04)(head) || starts(0x50, 0x4b, 0x05, 0x06)(head) },
];

/** How much of a file is looked at, from its start and up to its end. */
export const headBytes = 8192;
export const tailBytes = 4096;

/** The type by content; `mismatch` when the content is known but the name says another. */
export function sniff(head: Uint8Array, name: string): FileType | "unknown" | "mismatch" {
  const type = fileTypes.find((one) => one.fits(head));
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const claimed = fileTypes.find((one) => one.endings.includes(ending));
  if (!type) return claimed ? "mismatch" : "unknown";
  return type === claimed ? type : "mismatch";
}
