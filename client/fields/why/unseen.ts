// What a reader does not see: fields by their names from the form down, joined by `/` (a column as `table/column`), and all inside them.
import type { FormState } from "../../../engine/form-state/form-state.js";

/** The names of a place, without the ids of its rows. */
export const namesOf = (state: FormState, path: readonly string[]): string[] => path.filter((_, end) => state.has(path.slice(0, end + 1)));

/** Whether it, or something around it, is not seen. */
export const unseen = (names: readonly string[], masked: readonly string[] = []): boolean => masked.some((one) => `${names.join("/")}/`.startsWith(`${one}/`));

/** Whether something in it is not seen. */
export const holdsUnseen = (names: readonly string[], masked: readonly string[] = []): boolean => masked.some((one) => one.startsWith(`${names.join("/")}/`));
