// Which files a field takes.
import { expect, test } from "vitest";
import { accepted, bytes, judge } from "../../../client/fields/file-rules.js";
import type { CompiledField } from "../../../engine/compile/compiled.js";

const field = (options: CompiledField["options"], type: "file" | "photo" = "file"): CompiledField => ({
  id: "qf6fvpaj4j",
  name: "med_cert",
  type,
  parent: -1,
  title: "ใบรับรองแพทย์",
  options,
  hidden: "retire",
});
const blob = (type: string, size: number) => ({ type, size }) as Blob;

test.each([
  ["a picture where pictures go", field({ accept: ["pdf", "jpg"] }), "ใบ.jpg", blob("image/jpeg", 300_000), undefined],
  ["a kind that is not taken", field({ accept: ["pdf"] }), "ใบ.docx", blob("application/msword", 10), "file.type"],
  ["a file that is too big", field({ accept: ["pdf"], maxBytes: 1000 }), "ใบ.pdf", blob("application/pdf", 1001), "file.size"],
  ["a file just small enough", field({ accept: ["pdf"], maxBytes: 1000 }), "ใบ.pdf", blob("application/pdf", 1000), undefined],
  ["a file whose kind the device does not know, by its name", field({ accept: ["pdf"] }), "ใบ.PDF", blob("", 10), undefined],
  ["a document in a photo field", field({}, "photo"), "ใบ.pdf", blob("application/pdf", 10), "file.type"],
])("%s", (_what, at, name, file, code) => {
  expect(judge(at, name, file)?.code).toBe(code);
});

test("a refusal names the file and what is taken, in both languages", () => {
  const title = judge(field({ accept: ["pdf", "png"] }), "งาน.zip", blob("application/zip", 1))!.title;
  expect(title.th).toContain("งาน.zip");
  expect(title.th).toContain("PDF, PNG");
});

test("the camera is offered for pictures only", () => {
  expect(accepted(field({ accept: ["pdf"] })).some((type) => type.startsWith("image/"))).toBe(false);
  expect(accepted(field({}, "photo"))).toEqual(["image/jpeg", "image/png", "image/webp"]);
});

test.each([
  [500, "1 KB"],
  [300_000, "293 KB"],
  [10 * 1024 * 1024, "10 MB"],
  [1_300_000, "1.2 MB"],
])("%i bytes are said as %s", (size, words) => {
  expect(bytes(size)).toBe(words);
});
