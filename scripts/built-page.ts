// A page built as the product is built (the same small engine, the same templates) and kept in memory: its files by their paths.
import { build, type Rollup } from "vite";
import { slimEngine } from "./slim-engine.mjs";

/** `root` is the folder of its index.html. */
export async function builtPage(root: string): Promise<Map<string, string | Uint8Array>> {
  const made = (await build({
    root,
    configFile: false,
    plugins: [slimEngine()],
    resolve: { alias: [{ find: /^lit$/, replacement: "lit/html.js" }] },
    logLevel: "error",
    build: { write: false, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })) as Rollup.RollupOutput;
  return new Map(made.output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}
