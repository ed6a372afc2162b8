// Files of answers: kept on this device when chosen, sent when the server can be reached. Until then an id of ours stands for the file.
import type { FileView } from "../../schemas/types.js";
import { OfflineError, type ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { newId } from "../ui/new-id.js";
import { type LocalFile, withDatabase } from "./database.js";
import { waits } from "./waits.js";

const sending = new Map<string, Promise<FileView>>();

/** Keeps a chosen file; the answer is the id that stands for it. */
export async function keepFile(blob: Blob, name: string): Promise<LocalFile> {
  const file: LocalFile = { id: newId(), account: session.current?.actor.account ?? "", name, type: blob.type, blob };
  await withDatabase((db) => db.put("files", file));
  return file;
}

/** The file an id of this device stands for; undefined for a file of the server. */
export const localFile = (id: string): Promise<LocalFile | undefined> => withDatabase((db) => db.get("files", id)).catch(() => undefined);

/** Sends a kept file; asked twice, it goes once. Without reach it throws OfflineError and stays kept. */
export function sendFile(id: string, progress?: (part: number) => void): Promise<FileView> {
  const under = sending.get(id);
  if (under) return under;
  const going = (async () => {
    const file = await localFile(id);
    if (!file || file.account !== session.current?.actor.account) throw new OfflineError();
    if (file.sent) return file.sent;
    const { upload } = await import("../api/upload.js");
    try {
      const sent = await upload(file.blob, file.name, progress);
      // Its bytes are at the server now: this device has room for the next one.
      await withDatabase((db) => db.put("files", { ...file, blob: new Blob(), sent }));
      return sent;
    } catch (error) {
      if (!waits(error)) await withDatabase((db) => db.put("files", { ...file, problem: (error as ProblemError).problem }));
      throw error;
    }
  })().finally(() => sending.delete(id));
  sending.set(id, going);
  return going;
}

export const forgetFile = (id: string): Promise<void> => withDatabase((db) => db.delete("files", id));

/** Ids of files that only this device has, among all ids it keeps. */
export async function localIds(): Promise<Set<string>> {
  const ids = await withDatabase((db) => db.getAllKeys("files")).catch(() => []);
  return new Set(ids);
}

/** The value with the server's ids in place of ours; files not yet sent are sent first. */
export async function withSentFiles<T>(value: T, ids: ReadonlySet<string>): Promise<T> {
  if (typeof value === "string") return (ids.has(value) ? (await sendFile(value)).id : value) as T;
  if (Array.isArray(value)) return (await Promise.all(value.map((item) => withSentFiles(item, ids)))) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(async ([name, item]) => [name, await withSentFiles(item, ids)]);
  return Object.fromEntries(await Promise.all(entries)) as T;
}
