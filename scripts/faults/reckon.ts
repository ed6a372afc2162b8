// The reckoning after the faults: lets the product finish what it owes, ends it, and tells what was lost or doubled.
import { openStorage } from "../../server/storage/open.js";
import { effectsDone } from "../load/idle.js";
import type { Product, ProductOptions } from "../load/product.js";
import type { Submitter } from "../load/submitter.js";
import { allRows, audit } from "./audit.js";
import type { Load } from "./load.js";

/** Leases of a killed server last a minute, and what is left over then is done one after another. */
const patienceMs = 180_000;

/** True when nothing was lost or doubled, and nothing else is wrong. Prints what it found. */
export async function reckon(title: string, product: Product, options: ProductOptions, admin: Submitter, load: Load): Promise<boolean> {
  const storage = await openStorage(options);
  try {
    await effectsDone(storage, patienceMs);
    const listed = await allRows(admin);
    await product.stop();
    const { acknowledged, lost, doubled, wrong } = await audit(storage, admin.owner, load.acknowledged, listed);
    const all = [...load.wrong, ...wrong];
    console.log(`${title}: acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}`);
    for (const one of all.slice(0, 20)) console.log(`  ${one}`);
    // Beside what a client saw, what the server knows about it.
    if (load.wrong.length) for (const line of product.errors().slice(0, 20)) console.log(`  ${line}`);
    if (all.length > 20) console.log(`  and ${all.length - 20} more`);
    return lost === 0 && doubled === 0 && all.length === 0;
  } finally {
    await storage.close();
  }
}
