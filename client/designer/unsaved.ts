// A working copy that the server has not got yet, kept in this device: a closed lid or a lost signal takes no work away.
import type { FormDefinition } from "../../schemas/types.js";
import { keep, readKept } from "../offline/kept.js";

export interface Unsaved {
  /** What the server had when the work began. */
  base: FormDefinition;
  definition: FormDefinition;
}

const key = (id: string): string => `designer/form/${id}`;

export const keepUnsaved = (id: string, unsaved: Unsaved): Promise<void> => keep(key(id), unsaved);

export const forgetUnsaved = (id: string): Promise<void> => keep(key(id), null);

export const readUnsaved = async (id: string): Promise<Unsaved | undefined> => (await readKept<Unsaved | null>(key(id)))?.value ?? undefined;
