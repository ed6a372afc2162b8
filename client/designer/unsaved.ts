// A working copy that the server has not got yet, kept in this device: a closed lid or a lost signal takes no work away.
import { keep, readKept } from "../offline/kept.js";

export interface Unsaved<T> {
  /** What the server had when the work began. */
  base: T;
  definition: T;
}

const key = (kind: string, id: string): string => `designer/${kind}/${id}`;

export const keepUnsaved = <T>(kind: string, id: string, unsaved: Unsaved<T>): Promise<void> => keep(key(kind, id), unsaved);

export const forgetUnsaved = (kind: string, id: string): Promise<void> => keep(key(kind, id), null);

export const readUnsaved = async <T>(kind: string, id: string): Promise<Unsaved<T> | undefined> =>
  (await readKept<Unsaved<T> | null>(key(kind, id)))?.value ?? undefined;
