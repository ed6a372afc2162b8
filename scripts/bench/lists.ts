// A page of a list over HTTP, of a form with 1,000, 100,000 and 1,000,000 records: each number in a store and a server of its own, asked in turns.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Fillable, RecordList, Session } from "../../schemas/types.js";
import { openStorage } from "../../server/storage/open.js";
import type { Doc } from "../../server/storage/port.js";
import { freePort, type Product, startProduct } from "../load/product.js";
import { Submitter } from "../load/submitter.js";
import { fill, fillElsewhere } from "./fill.js";
import { median } from "./median.js";
import { definition, formId, groups, type Place } from "./register.js";

export const sizes = [1_000, 100_000, 1_000_000];

/** Milliseconds of the middle request, by number of records. */
export interface Listed {
  scope: "school" | "town";
  ms: Record<number, number>;
}

const requests = 200;
const warming = 20;
/** Records that take longer than this to be written are given up, so that the whole ends; a busy machine may need more. */
const patienceMs = Number(process.env.BENCH_LIST_MINUTES ?? 7) * 60_000;

interface Town {
  size: number;
  product: Product;
  people: Record<Listed["scope"], Submitter>;
  close(): Promise<void>;
}

/** `mongodbUri` makes the address of a database of that name. */
export async function lists(mongodbUri: ((name: string) => string) | undefined, tell: (line: string) => void): Promise<Listed[]> {
  const towns: Town[] = [];
  try {
    for (const size of sizes) {
      const start = performance.now();
      towns.push(await openTown(size, mongodbUri?.(`lists${size}`)));
      tell(`  ${size.toLocaleString("en")} records are there after ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    return await measure(towns);
  } finally {
    await Promise.all(towns.map((town) => town.close()));
  }
}

async function measure(towns: Town[]): Promise<Listed[]> {
  // Connections from before the writing may have been closed meanwhile: the first request after it finds out.
  await Promise.allSettled(towns.map(({ product }) => fetch(`${product.url}/healthz`)));
  const scopes = ["school", "town"] as const;
  const times = new Map(scopes.flatMap((scope) => towns.map(({ size }) => [`${scope} ${size}`, [] as number[]])));
  for (let round = -warming; round < requests; round++) {
    const filter = encodeURIComponent(JSON.stringify({ group: groups[(round + warming) % groups.length] }));
    for (const scope of scopes) {
      for (const { size, people } of towns) {
        const start = performance.now();
        const page = await people[scope].get<RecordList>(`/api/v1/forms/${formId}/records?limit=50&sort=name&filter=${filter}`);
        const took = performance.now() - start;
        if (page.items.length !== 50) throw new Error(`A page of ${page.items.length} at ${size} records, ${scope}`);
        if (round >= 0) times.get(`${scope} ${size}`)!.push(took);
      }
    }
  }
  return scopes.map((scope) => ({ scope, ms: Object.fromEntries(towns.map(({ size }) => [size, median(times.get(`${scope} ${size}`)!)])) }));
}

/** A demo municipality whose register has so many records. */
async function openTown(size: number, mongodbUri: string | undefined): Promise<Town> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-lists-"));
  const options = { dataDir, port: await freePort(), ...(mongodbUri === undefined ? {} : { mongodbUri }) };
  const product = await startProduct(options);
  const close = async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const [admin, director, head] = ["lao-admin", "director", "education-head"].map((name) => new Submitter(product.url, name, product.password));
    await Promise.all([admin, director, head].map((person) => person!.signIn()));
    await publish(admin!);
    const { form } = await admin!.get<Fillable>(`/api/v1/forms/${formId}`);
    await fillTown(form as unknown as CompiledForm, admin!.owner, await places(director!, admin!.owner, options), size, options);
    return { size, product, people: { school: director!, town: head! }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function publish(admin: Submitter): Promise<void> {
  const at = `${admin.url}/api/v1/definitions/form/${formId}`;
  const saved = await fetch(at, { method: "PUT", headers: { ...admin.headers, "if-match": "0" }, body: JSON.stringify(definition) });
  if (!saved.ok) throw new Error(`The register is not saved: ${await saved.text()}`);
  const published = await fetch(`${at}/publish`, { method: "POST", headers: admin.headers, body: "{}" });
  if (!published.ok) throw new Error(`The register is not published: ${await published.text()}`);
}

type Options = Parameters<typeof openStorage>[0];
type Organization = Doc & { kind: string; parent?: string };

/** The schools of the town, the director's first. */
async function places(director: Submitter, owner: string, options: Options): Promise<Place[]> {
  const { actor } = await director.get<Session>("/api/v1/sessions/current");
  const own = actor.positions.find(({ duties }) => duties.includes("director"))!.scope;
  const storage = await openStorage(options);
  try {
    const all = new Map((await storage.find<Organization>("organizations", { filter: { owner }, limit: 1000 })).items.map((one) => [one.id, one]));
    const unit = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...unit(all.get(id)?.parent)]);
    const schools = [...all.values()].filter(({ kind }) => kind === "school").map(({ id }) => id);
    return [own, ...schools.filter((id) => id !== own)].map((organization) => ({ organization, unit: unit(organization) }));
  } finally {
    await storage.close();
  }
}

/** Written through the storage port beside the running server, many records a commit; into MongoDB from two processes at a time. */
async function fillTown(form: CompiledForm, owner: string, at: Place[], size: number, options: Options): Promise<void> {
  const end = Date.now() + patienceMs;
  const half = Math.ceil(size / 2);
  const order = (from: number, to: number) => ({ form, owner, at, span: { from, to }, options, end });
  if (options.mongodbUri === undefined || size < 10_000) await fill(order(0, size));
  else await Promise.all([fillElsewhere(order(0, half)), fillElsewhere(order(half, size))]);
}
