// Files by their bytes.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fresh, type Subject } from "./subject.js";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
async function* chunks(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
async function read(stream: AsyncIterable<Uint8Array> | undefined) {
  const parts: Uint8Array[] = [];
  for await (const part of stream!) parts.push(part);
  return Buffer.concat(parts);
}
/** Bytes that differ in every test: no compression, no second copy by accident. */
const bytes = (size: number) => {
  const seed = createHash("sha256").update(fresh("file")).digest();
  return Buffer.from(Array.from({ length: size }, (_, i) => (seed[i % 32]! * (i + 7) + (i >> 8)) & 255));
};

export function files(subject: Subject): void {
  test.each([0, 1, 255 * 1024, 700_001])("gives back the same %i bytes", async (size) => {
    const { files } = subject.store;
    const sent = bytes(size);
    const put = await files.put(chunks(sent, 64 * 1024));
    expect(put).toEqual({ sha256: sha256(sent), size });
    expect(await files.has(put.sha256)).toBe(true);
    expect((await read(await files.get(put.sha256))).equals(sent)).toBe(true);
    await files.remove(put.sha256);
  });

  test("the same bytes are kept once, also when they come together", async () => {
    const { files } = subject.store;
    const sent = bytes(50_000);
    const puts = await Promise.all([files.put(chunks(sent, 1000)), files.put(chunks(sent, 7777)), files.put(chunks(sent, 50_000))]);
    expect(new Set(puts.map((put) => put.sha256)).size).toBe(1);
    expect((await read(await files.get(sha256(sent)))).equals(sent)).toBe(true);
    await files.remove(sha256(sent));
    expect(await files.has(sha256(sent))).toBe(false);
    expect(await files.get(sha256(sent))).toBeUndefined();
  });

  test("nothing is taken for something, and removing it again does no harm", async () => {
    const { files } = subject.store;
    const none = sha256(Buffer.from(fresh("none")));
    expect(await files.has(none)).toBe(false);
    expect(await files.get(none)).toBeUndefined();
    await files.remove(none);
  });

  test("an upload that breaks off leaves no file", async () => {
    const { files } = subject.store;
    const sent = bytes(300_000);
    async function* broken() {
      yield sent.subarray(0, 100_000);
      throw new Error("the line was cut");
    }
    await expect(files.put(broken())).rejects.toThrow("the line was cut");
    expect(await files.has(sha256(sent.subarray(0, 100_000)))).toBe(false);
  });

  test("a name that is no hash finds nothing outside its folder", async () => {
    const { files } = subject.store;
    for (const name of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(63)}/`]) await expect(files.get(name)).rejects.toThrow();
  });
}
