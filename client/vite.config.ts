// Builds the client to dist/client: hashed assets, one piece a screen and a field type, and the service worker that holds them.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Tells the service worker which files make this version of the app. */
const assetList = (): Plugin => ({
  name: "asset-list",
  enforce: "post",
  generateBundle(_options, bundle) {
    const worker = bundle["service-worker.js"];
    if (worker?.type !== "chunk") return;
    // Source maps and the worker itself are not part of what a page needs.
    const files = Object.keys(bundle).filter((name) => name !== "service-worker.js" && !name.endsWith(".map"));
    const version = createHash("sha256").update(files.sort().join()).digest("hex").slice(0, 12);
    worker.code = worker.code.replace("__FILES__", JSON.stringify(files)).replace("__VERSION__", JSON.stringify(version));
  },
});

export default defineConfig({
  root: here,
  base: "/",
  publicDir: false,
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${here}index.html`, "service-worker": `${here}service-worker.ts` },
      output: { entryFileNames: ({ name }) => (name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js") },
    },
  },
  plugins: [assetList()],
});
