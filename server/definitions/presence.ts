// Who has a definition open: said again every few seconds by each window that has it, and over when it is not said for a while.
// In the store and not in memory, because the next window may speak with another server.
import type { Actor, Company } from "../../schemas/types.js";
import { instant } from "../plugins/clock.js";
import type { Doc, Storage, Write } from "../storage/port.js";
import { headId } from "./docs.js";
import type { Place } from "./saving.js";

/** `definition` is the place's head; `at` when it was last said; `where` the id of what is in hand there. */
interface Presence extends Doc {
  definition: string;
  account: string;
  name: string;
  at: string;
  where?: string;
}

/** Not heard of for so long, milliseconds: the window was closed or lost its connection. */
const goneAfter = 40_000;
/** Windows told at once. */
const most = 20;

export interface Said {
  window: string;
  where?: string;
}

/** Notes that this window is here, and says which others are. */
export async function stay(storage: Storage, place: Place, actor: Actor, { window, where }: Said, now: number): Promise<Company> {
  const definition = headId(place.owner, place.kind, place.name);
  // Of the whole LAO: few have something open at once, and what was closed long ago goes whoever comes next, whatever they open.
  const { items } = await storage.find<Presence>("presences", { filter: { owner: place.owner }, limit: 500 });
  const id = `${definition}/${actor.account}/${window}`;
  const mine = items.find((one) => one.id === id);
  const gone = items.filter((one) => one.id !== id && Date.parse(one.at) + goneAfter < now);
  const doc: Presence = {
    id,
    owner: place.owner,
    format: 1,
    rev: (mine?.rev ?? 0) + 1,
    definition,
    account: actor.account,
    name: actor.name,
    at: instant(now),
    ...(where === undefined ? {} : { where }),
  };
  const writes: Write[] = [
    mine ? { op: "replace", collection: "presences", doc, rev: mine.rev } : { op: "insert", collection: "presences", doc },
    ...gone.map((one): Write => ({ op: "remove", collection: "presences", id: one.id })),
  ];
  // Said twice at once, it is said: whoever loses need not say it again.
  await storage.commit(writes);
  const others = items.filter((one) => one.definition === definition && one.id !== id && !gone.includes(one)).slice(0, most);
  return { others: others.map(({ account, name, where }) => ({ name, self: account === actor.account, ...(where === undefined ? {} : { where }) })) };
}

/** The window is closed. */
export async function leave(storage: Storage, place: Place, actor: Actor, window: string): Promise<void> {
  await storage.commit([{ op: "remove", collection: "presences", id: `${headId(place.owner, place.kind, place.name)}/${actor.account}/${window}` }]);
}
