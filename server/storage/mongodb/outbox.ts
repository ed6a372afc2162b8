// Effects that wait: leased for a time with a fencing number, done, tried again later, or given up.
// A lease moves the moment it is due to the end of the lease, so one that nobody finished comes back by itself.
import { randomUUID } from "node:crypto";
import type { Effect, Storage } from "../port.js";
import { Ends } from "./ends.js";
import type { StoredEffect, Tables } from "./tables.js";

const shown = ({ j, attempts, error }: StoredEffect): Effect => ({ ...(JSON.parse(j) as Effect), attempts, ...(error === undefined ? {} : { error }) });

export function outbox({ effects }: Tables): Storage["outbox"] {
  const held = (id: string, token: string) => ({ _id: { $eq: id }, fence: Number(token), failed: false });
  /** The lease ends here: whoever still holds its token has lost it. */
  const release = async (id: string, token: string, set: Partial<StoredEffect>) =>
    (await effects.updateOne(held(id, token), { $set: set, $inc: { fence: 1 } })).modifiedCount === 1;
  const ends = new Ends(effects, held);
  return {
    async lease(now, limit, leaseMs) {
      const due = { failed: false, due: { $lte: now } };
      const until = new Date(Date.parse(now) + leaseMs).toISOString();
      const by = randomUUID();
      const leased: StoredEffect[] = [];
      while (leased.length < limit) {
        const first = await effects.find(due, { sort: { due: 1, _id: 1 }, limit: limit - leased.length, projection: { _id: 1 } }).toArray();
        if (first.length === 0) break;
        // Of two that want the same ones, each gets those that the other has not moved yet, and looks again.
        const wanted = { _id: { $in: first.map(({ _id }) => _id) } };
        await effects.updateMany({ ...due, ...wanted }, { $set: { due: until, by }, $inc: { fence: 1, attempts: 1 } });
        leased.push(...(await effects.find({ ...wanted, by }).toArray()));
      }
      return leased
        .map((effect) => ({ ...shown(effect), token: String(effect.fence) }))
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
    },
    done: (id, token) => ends.done({ id, token }),
    retry: (id, token, at, error) => release(id, token, { due: at, error }),
    fail: (id, token, error) => release(id, token, { failed: true, error }),
    async failures(owner, limit) {
      return (await effects.find({ owner: { $eq: owner }, failed: true }, { sort: { _id: -1 }, limit }).toArray()).map(shown);
    },
    async next() {
      return (await effects.find({ failed: false }, { sort: { due: 1, _id: 1 }, limit: 1, projection: { due: 1 } }).next())?.due;
    },
  };
}
