// A program for a test that watches its system calls: commits some batches, and says so in a file after each one.
// Alone, then together: the sentences are written only when the commits have come back.
import { openSync, writeSync } from "node:fs";
import { openStorage } from "../../server/storage/open.js";
import { doc, event, insert } from "./contract/subject.js";

const [dataDir, words, thread] = process.argv.slice(2) as [string, string, "thread"?];
const out = openSync(words, "a");
const say = (sentence: string) => writeSync(out, `${sentence}\n`);

const store = await openStorage({ dataDir, writerThread: thread !== undefined });
for (let i = 0; i < 5; i++) {
  say(`asked ${i}`);
  await store.commit([insert(doc(`alone-${i}`, "lao")), event("lao")]);
  say(`acknowledged ${i}`);
}
say("asked 5");
await Promise.all(Array.from({ length: 40 }, (_, i) => store.commit([insert(doc(`together-${i}`, "lao")), event("lao")])));
say("acknowledged 5");
await store.close();
