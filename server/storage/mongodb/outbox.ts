// Effects that wait: leased for a time with a fencing number, done, tried again later, or given up.
// A lease moves the moment it is due to the end of the lease, so one that nobody finished comes back by itself.
import type { Effect, Storage } from "../port.js";
import type { StoredEffect, Tables } from "./tables.js";

const shown = ({ j, attempts, error }: StoredEffect): Effect => ({ ...(JSON.parse(j) as Effect), attempts, ...(error === undefined ? {} : { error }) });

export function outbox({ effects }: Tables): Storage["outbox"] {
  const held = (id: string, token: string) => ({ _id: { $eq: id }, fence: Number(token), failed: false });
  /** The lease ends here: whoever still holds its token has lost it. */
  const release = async (id: string, token: string, set: Partial<StoredEffect>) =>
    (await effects.updateOne(held(id, token), { $set: set, $inc: { fence: 1 } })).modifiedCount === 1;
  return {
    async lease(now, limit, leaseMs) {
      const until = new Date(Date.parse(now) + leaseMs).toISOString();
      const leased: (Effect & { token: string })[] = [];
      while (leased.length < limit) {
        const lease = { $set: { due: until }, $inc: { fence: 1, attempts: 1 } };
        const effect = await effects.findOneAndUpdate({ failed: false, due: { $lte: now } }, lease, { sort: { due: 1, _id: 1 }, returnDocument: "after" });
        if (!effect) break;
        leased.push({ ...shown(effect), token: String(effect.fence) });
      }
      return leased;
    },
    async done(id, token) {
      return (await effects.deleteOne(held(id, token))).deletedCount === 1;
    },
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
