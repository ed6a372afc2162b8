// A working copy that the server has not got yet, kept in this device: a closed lid or a lost signal takes no work away.
// What was typed in the last moment before the page went is written without waiting, as a database may not get there.
import { session } from "../api/session.js";
import { keep, readKept } from "../offline/kept.js";

export interface Unsaved<T> {
  /** What the server had when the work began. */
  base: T;
  definition: T;
}

const key = (kind: string, id: string): string => `designer/${kind}/${id}`;
const last = (kind: string, id: string): string => `${session.current?.actor.account} ${key(kind, id)}`;

export const keepUnsaved = <T>(kind: string, id: string, unsaved: Unsaved<T>): Promise<void> => keep(key(kind, id), unsaved);

/** While the page goes away. A store that is full or closed costs only this second net. */
export function noteUnsaved<T>(kind: string, id: string, unsaved: Unsaved<T>): void {
  try {
    localStorage.setItem(last(kind, id), JSON.stringify(unsaved));
  } catch {}
}

export async function forgetUnsaved(kind: string, id: string): Promise<void> {
  try {
    localStorage.removeItem(last(kind, id));
  } catch {}
  await keep(key(kind, id), null);
}

export async function readUnsaved<T>(kind: string, id: string): Promise<Unsaved<T> | undefined> {
  try {
    const noted = localStorage.getItem(last(kind, id));
    if (noted) return JSON.parse(noted) as Unsaved<T>;
  } catch {}
  return (await readKept<Unsaved<T> | null>(key(kind, id)))?.value ?? undefined;
}
