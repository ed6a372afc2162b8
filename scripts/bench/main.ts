// `npm run bench`: what the product promises in figures, as ratios within one run where a machine's speed would count.
// `npm run bench -- lists rendering` measures these parts; with `--json` the last line is one JSON object of all figures.
import { totalmem } from "node:os";
import { findMongod } from "../../tests/help/mongod.js";
import { type ReplicaSet, startReplicaSet } from "../../tests/help/replica-set.js";
import { buildIfStale } from "../steps.mjs";
import { designed, designing } from "./designer.js";
import { firstBytes } from "./first-bytes.js";
import { type Listed, lists, sizes } from "./lists.js";
import { morning, percentile } from "./morning.js";
import { type Compared, rendering } from "./rendering.js";
import { slowLink } from "./slow-link.js";
import { type Rate, submissions } from "./submissions.js";

const figures: Record<string, number> = {};
const note = (name: string, value: number): void => {
  figures[name] = Number(value.toPrecision(4));
};
/** Gigabytes of cache, as the MongoDB manual gives a server by default: half of the memory but one; four are enough for what is measured here. */
const cache = Math.max(0.25, Math.min(4, (totalmem() / 2 ** 30 - 1) / 2));
/** A MongoDB with the cache of a server, not of a test; undefined where there is none. */
let set: Promise<ReplicaSet> | undefined;
async function mongodb(name: string): Promise<string | undefined> {
  const binary = await findMongod();
  if (!binary) return undefined;
  set ??= startReplicaSet(binary, 1, [], cache);
  return (await set).uri.replace("/?", `/${name}?`);
}

function tellRates(store: string, rates: Rate[]): void {
  for (const { connections, product, bare } of rates) {
    note(`submit.${store.toLowerCase()}.${connections}`, product / bare);
    console.log(
      `submissions, ${store}, ${connections} connections: ${(product / bare).toFixed(2)} of a bare route (${Math.round(product)} to ${Math.round(bare)} a second)`,
    );
  }
}

async function submitting(): Promise<void> {
  tellRates("SQLite", await submissions(undefined));
  const uri = await mongodb("bench");
  if (uri) tellRates("MongoDB", await submissions(uri));
}

function tellLists(store: string, listed: Listed[]): void {
  for (const { scope, ms } of listed) {
    const [least, ...more] = sizes;
    for (const size of sizes) note(`list.${store.toLowerCase()}.${scope}.${size}`, ms[size]!);
    const grown = more.map((size) => `${size.toLocaleString("en")} ${ms[size]!.toFixed(1)} ms (${(ms[size]! / ms[least!]!).toFixed(2)})`);
    console.log(`a page of a list, ${store}, of a ${scope}: ${least!.toLocaleString("en")} records ${ms[least!]!.toFixed(1)} ms, ${grown.join(", ")}`);
  }
}

async function listing(): Promise<void> {
  const embedded = await lists(undefined, console.log);
  tellLists("SQLite", embedded);
  // The store of whoever installs nothing, and the wider scope.
  for (const size of sizes) note(`list.${size}`, embedded.find(({ scope }) => scope === "town")!.ms[size]!);
  if (await mongodb("lists")) {
    const { uri } = await set!;
    tellLists("MongoDB", await lists((name) => uri.replace("/?", `/${name}?`), console.log));
  }
}

async function drawing(): Promise<void> {
  const drawn = await rendering();
  if (!drawn) return console.log("No browser: rendering was not measured. Set CHROMIUM_PATH.");
  const ratio = (name: string, words: string, { product, hand }: Compared) => {
    note(name, product / hand);
    console.log(`${words}: ${(product / hand).toFixed(2)} of the same by hand (${product.toFixed(1)} to ${hand.toFixed(1)} ms)`);
  };
  for (const [size, compared] of Object.entries(drawn.render)) ratio(`render.${size}`, `a form of ${size} fields is there`, compared);
  for (const [size, compared] of Object.entries(drawn.key)) ratio(`key.${size}`, `a key that shows a field, of ${size}`, compared);
  ratio("table", "a table of 200 rows and 8 columns is there", drawn.table);
}

async function designs(): Promise<void> {
  const deeds = await designing();
  if (!deeds) return console.log("No browser: the designer was not measured. Set CHROMIUM_PATH.");
  const words = { open: "is open", change: "a property is changed", move: "a field is moved", undo: "a step is undone" } as const;
  const [few, many] = designed;
  for (const [deed, ms] of Object.entries(deeds)) {
    note(`designer.${deed}`, ms[many]! / ms[few]!);
    console.log(
      `the designer of ${many} fields, ${words[deed as keyof typeof words]}: ${(ms[many]! / ms[few]!).toFixed(2)} of one of ${few} (${ms[many]!.toFixed(1)} to ${ms[few]!.toFixed(1)} ms)`,
    );
  }
}

async function fetching(): Promise<void> {
  const fetched = await firstBytes();
  if (!fetched) return console.log("No browser: the first bytes were not measured. Set CHROMIUM_PATH.");
  const sum = (...kinds: string[]) => fetched.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  for (const { path, kind, bytes } of fetched.filter((one) => one.kind !== "other").sort((a, b) => b.bytes - a.bytes))
    console.log(`  ${kilobytes(bytes).padStart(8)}  ${kind.padEnd(6)} ${path}`);
  figures["bytes.fill"] = sum("script", "style");
  console.log(
    `first bytes to an editable leave form: script and style ${kilobytes(sum("script", "style"))} of at most 40 KB (brotli, icons inside by use); fonts by use ${kilobytes(sum("font"))}`,
  );
}

async function atEight(): Promise<void> {
  const { sent, problems, sheets, lists, prints } = await morning();
  const told = (list: number[]) => `half under ${Math.round(percentile(list, 50))} ms, 99 of 100 under ${Math.round(percentile(list, 99))} ms`;
  note("morning.p99", percentile(sheets, 99));
  console.log(`${sent} sheets of attendance within one minute: ${told(sheets)}; ${problems.length} problems${problems.length ? `: ${problems[0]}` : ""}`);
  console.log(`  beside them ${lists.length} pages of a list (${told(lists)}) and ${prints.length} prints (${told(prints)})`);
}

async function onWeakLink(): Promise<void> {
  const visits = await slowLink();
  if (!visits) return console.log("No browser: the weak link was not measured. Set CHROMIUM_PATH.");
  note("slow.first", visits.first);
  note("slow.second", visits.second);
  console.log(
    `400 kbit/s, 400 ms, a processor four times slower: a class sheet of ${visits.lines} can be tapped after ${visits.first.toFixed(1)} s at the first visit, ${visits.second.toFixed(1)} s at the second`,
  );
}

const parts: Record<string, () => Promise<void>> = {
  bytes: fetching,
  rendering: drawing,
  designer: designs,
  submissions: submitting,
  morning: atEight,
  slow: onWeakLink,
  lists: listing,
};
const asked = process.argv.slice(2).filter((word) => word !== "--json");
const unknown = asked.filter((word) => !(word in parts));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(", ")}. Parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
await buildIfStale();
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length && !asked.includes(name)) continue;
    // One part that fails leaves the others their figures.
    await part().catch((error: unknown) => {
      console.error(`${name}:`, error);
      process.exitCode = 1;
    });
  }
} finally {
  await (await set)?.stop();
}
if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
