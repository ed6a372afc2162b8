// What an import keeps in this device: the rows of a file until they are records, the actions they became before the first is sent, and how
// far it came. Each account has its own; what cannot be kept is told, as an action without a kept id could be sent twice.
import type { Action, Text } from "../../../schemas/types.js";
import { session } from "../../api/session.js";
import { withDatabase } from "../../offline/database.js";
import { clock } from "../../ui/clock.js";
import type { Sheet, SheetRow } from "../read-sheet.js";

/** The sheet that a form was made from, and which field each of its columns became. */
export interface KeptSheet extends Sheet {
  fields: (string | undefined)[];
}

/** A row on its way. */
export interface RowOut extends SheetRow {
  /** Tells a row that says the same. */
  digest: string;
  action: Action;
  /** It was sent, and no answer came yet. */
  sent?: true;
}

/** Why a row is no record: about one of its cells, or about all of it. */
export interface Reason {
  at?: number;
  words: Text;
}

/** A row that is no record, and every reason. */
export interface RowLeft extends SheetRow {
  reasons: Reason[];
}

/** An import that was begun. Rows stand apart, in pieces: one is small enough to be sent again whole. */
export interface ImportHead {
  account: string;
  form: string;
  title: Text;
  file: string;
  header: string[];
  /** Its rows are those that were kept when the form was made. */
  kept: boolean;
  at: number;
  total: number;
  pieces: number;
  /** The first piece that is not done. */
  next: number;
  done: number;
  refused: RowLeft[];
  state: "running" | "paused" | "finished";
  /** That piece is under way, or was when this device stopped: any of its rows may have been sent. */
  begun: boolean;
  /** Rows that were not sent any more. */
  cancelled: number;
  /** Rows that may be records: they were sent, and given up before their answer came. */
  uncertain: number;
}

export const pieceSize = 50;

const me = (): string => session.current?.actor.account ?? "";
const key = (account: string, what: string): string => `${account} designer/import/${what}`;
const pieceName = (form: string, n: number): string => `${form}/piece/${n}`;

async function read<T>(account: string, what: string): Promise<T | undefined> {
  return (await withDatabase((db) => db.get("kept", key(account, what))))?.value as T | undefined;
}

/** What must be so when it is written: another window may have written meanwhile. */
interface Only {
  what: string;
  is: (there: unknown) => boolean;
}

/** All or nothing, and safe when it is done. */
async function write(account: string, values: [what: string, value: unknown][], gone: string[] = [], only?: Only): Promise<boolean> {
  return withDatabase(async (db) => {
    const tx = db.transaction("kept", "readwrite", { durability: "strict" });
    const so = !only || only.is((await tx.store.get(key(account, only.what)))?.value);
    if (so) {
      for (const [what, value] of values) void tx.store.put({ key: key(account, what), account, value, at: clock.now() });
      for (const what of gone) void tx.store.delete(key(account, what));
    }
    await tx.done;
    return so;
  });
}

export const keepSheet = (form: string, sheet: KeptSheet): Promise<unknown> => write(me(), [[`${form}/sheet`, sheet]]);
export const readSheetOf = (form: string): Promise<KeptSheet | undefined> => read(me(), `${form}/sheet`);
export const forgetSheet = (form: string): Promise<unknown> => write(me(), [], [`${form}/sheet`]);

export const readHead = (form: string): Promise<ImportHead | undefined> => read(me(), `${form}/head`);
export const keepHead = (head: ImportHead): Promise<unknown> => write(head.account, [[`${head.form}/head`, head]]);
export const readPiece = async ({ account, form }: ImportHead, n: number): Promise<RowOut[]> => (await read<RowOut[]>(account, pieceName(form, n))) ?? [];
/** Rows that were not sent, as they were wrong before. */
export const readLeft = async ({ account, form }: ImportHead): Promise<RowLeft[]> => (await read<RowLeft[]>(account, `${form}/left`)) ?? [];

/** Digests of the rows that this device has imported into a form. */
export const readDigests = async (form: string): Promise<ReadonlySet<string>> => new Set((await read<string[]>(me(), `${form}/digests`)) ?? []);

/** Begins an import: every action is kept before any is sent. One that another window began meanwhile stays as it is, and this is none: undefined. */
export async function keepImport(
  head: Omit<ImportHead, "account" | "pieces" | "total">,
  rows: readonly RowOut[],
  left: readonly RowLeft[],
): Promise<ImportHead | undefined> {
  const pieces = Array.from({ length: Math.ceil(rows.length / pieceSize) }, (_, n) => rows.slice(n * pieceSize, (n + 1) * pieceSize));
  const whole: ImportHead = { ...head, account: me(), pieces: pieces.length, total: rows.length };
  const kept = await write(
    me(),
    [...pieces.map((piece, n): [string, unknown] => [pieceName(head.form, n), piece]), [`${head.form}/left`, left], [`${head.form}/head`, whole]],
    [],
    { what: `${head.form}/head`, is: (there) => there === undefined },
  );
  return kept ? whole : undefined;
}

/** What became of a piece: how far it is now, what is left of it, and which rows are, or may be, records. */
export async function pieceDone(head: ImportHead, n: number, rest: readonly RowOut[], digests: readonly string[]): Promise<void> {
  const piece = pieceName(head.form, n);
  const values: [string, unknown][] = [
    [`${head.form}/head`, head],
    [`${head.form}/digests`, await withDigests(head, digests)],
  ];
  if (rest.length) await write(head.account, [...values, [piece, rest]]);
  else await write(head.account, values, [piece]);
}

/** Nothing of it is sent any more. A sheet that was kept for it is done with, too. */
export async function endImport(head: ImportHead, digests: readonly string[]): Promise<void> {
  const rest = Array.from({ length: head.pieces - head.next }, (_, n) => pieceName(head.form, head.next + n));
  await write(
    head.account,
    [
      [`${head.form}/head`, head],
      [`${head.form}/digests`, await withDigests(head, digests)],
    ],
    head.kept ? [...rest, `${head.form}/sheet`] : rest,
  );
}

async function withDigests({ account, form }: ImportHead, more: readonly string[]): Promise<string[]> {
  return [...new Set([...((await read<string[]>(account, `${form}/digests`)) ?? []), ...more])];
}

/** Its result has been read: room for the next. One that another window began since is not touched. */
export const forgetImport = ({ account, form, at }: ImportHead): Promise<unknown> =>
  write(account, [], [`${form}/head`, `${form}/left`], { what: `${form}/head`, is: (there) => (there as ImportHead | undefined)?.at === at });
