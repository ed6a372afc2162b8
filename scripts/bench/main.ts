// `npm run bench`: what the product promises in figures, as ratios within one run where a machine's speed would count.
import { findMongod } from "../../tests/help/mongod.js";
import { startReplicaSet } from "../../tests/help/replica-set.js";
import { buildIfStale } from "../steps.mjs";
import { firstBytes } from "./first-bytes.js";
import { type Rate, submissions } from "./submissions.js";

await buildIfStale();

function tell(store: string, rates: Rate[]): void {
  for (const { connections, product, bare } of rates)
    console.log(
      `submissions, ${store}, ${connections} connections: ${(product / bare).toFixed(2)} of a bare route (${Math.round(product)} to ${Math.round(bare)} a second)`,
    );
}

tell("SQLite", await submissions(undefined));
const binary = await findMongod();
if (binary) {
  const set = await startReplicaSet(binary, 1);
  try {
    tell("MongoDB", await submissions(set.uri.replace("/?", "/bench?")));
  } finally {
    await set.stop();
  }
}

const fetched = await firstBytes();
if (fetched) {
  const sum = (...kinds: string[]) => fetched.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  for (const { path, kind, bytes } of fetched.filter((one) => one.kind !== "other").sort((a, b) => b.bytes - a.bytes))
    console.log(`  ${kilobytes(bytes).padStart(8)}  ${kind.padEnd(6)} ${path}`);
  console.log(
    `first bytes to an editable leave form: script and style ${kilobytes(sum("script", "style"))} of at most 40 KB (brotli, icons inside by use); fonts by use ${kilobytes(sum("font"))}`,
  );
} else console.log("No browser: the first bytes were not measured. Set CHROMIUM_PATH.");
