// The reader and the writer as the product runs them: bundles of their own beside the server's.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const program = `
  import { openStorage } from ${JSON.stringify(join(root, "server/storage/open.ts"))};
  const store = await openStorage({ dataDir: process.argv[2], writerThread: true });
  await store.commit([{ op: "insert", collection: "records", doc: { id: "r", owner: "lao", format: 1, rev: 1, note: "x" }, search: { group: "g", scopes: ["s"], text: "หลังคารั่ว" } }]);
  await store.indexed();
  const found = await store.search("records", { owner: "lao", groups: ["g"], scopes: ["s"], text: "คารั่", limit: 5 });
  const scanned = await store.find("records", { filter: { note: "x" } });
  console.log(JSON.stringify([found.items.length, scanned.items.length]));
  await store.close();
`;

test("commits, search and long finds work from the bundles", async () => {
  // Inside the project, where the packages that stay outside a bundle are found.
  const folder = await mkdtemp(join(root, "node_modules", ".bundle-"));
  try {
    await writeFile(join(folder, "main.ts"), program);
    const entryPoints = {
      main: join(folder, "main.ts"),
      reader: join(root, "server/storage/sqlite/reader.ts"),
      writer: join(root, "server/storage/sqlite/writer.ts"),
    };
    await build({
      entryPoints,
      outdir: join(folder, "out"),
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["@photostructure/sqlite", "mongodb"],
      logLevel: "error",
    });
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "out", "main.js"), join(folder, "data")]);
    expect(JSON.parse(stdout)).toEqual([1, 1]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
