// What may be attached, told by the first bytes of the content and never by the name alone.

export interface FileType {
  id: string;
  /** Endings of names that say so. */
  endings: string[];
  mime: string;
  fits(head: Uint8Array): boolean;
}

const starts =
  (...bytes: number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, at) => head[at] === byte);
const text = (head: Uint8Array, at: number, word: string) => [...word].every((letter, index) => head[at + index] === letter.charCodeAt(0));
/** Whether a zip's first entries name this part: office files are zips. */
const zipWith = (part: string) => (head: Uint8Array) => starts(0x50, 0x4b, 0x03, 0x04)(head) && Buffer.from(head).includes(part, 0, "latin1");

/** Office files stand before the plain zip that they are too. */
export const fileTypes: FileType[] = [
  { id: "pdf", endings: ["pdf"], mime: "application/pdf", fits: (head) => text(head, 0, "%PDF-") },
  { id: "jpg", endings: ["jpg", "jpeg"], mime: "image/jpeg", fits: starts(0xff, 0xd8, 0xff) },
  { id: "png", endings: ["png"], mime: "image/png", fits: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { id: "webp", endings: ["webp"], mime: "image/webp", fits: (head) => text(head, 0, "RIFF") && text(head, 8, "WEBP") },
  { id: "docx", endings: ["docx"], mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", fits: zipWith("word/") },
  { id: "xlsx", endings: ["xlsx"], mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fits: zipWith("xl/") },
  { id: "zip", endings: ["zip"], mime: "application/zip", fits: (head) => starts(0x50, 0x4b, 0x03, 0x04)(head) || starts(0x50, 0x4b, 0x05, 0x06)(head) },
];

/** How much of a file is looked at. */
export const headBytes = 8192;

/** The type by content; `mismatch` when the content is known but the name says another. */
export function sniff(head: Uint8Array, name: string): FileType | "unknown" | "mismatch" {
  const type = fileTypes.find((one) => one.fits(head));
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const claimed = fileTypes.find((one) => one.endings.includes(ending));
  if (!type) return claimed ? "mismatch" : "unknown";
  return type === claimed ? type : "mismatch";
}
