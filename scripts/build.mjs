// Builds the product into dist/: the server as one bundle with its workers beside it, the client with everything compressed.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root } from "./steps.mjs";

/** Programs of their own: the server, and the workers that it starts by a URL beside itself. */
const programs = ["server/main.ts", "server/storage/sqlite/reader.ts", "server/storage/sqlite/writer.ts", "server/documents/render-worker.ts"];
/** What cannot be bundled: native modules, and the driver that loads its options by name. */
const external = ["@photostructure/sqlite", "@node-rs/argon2", "mongodb"];

export async function buildServer() {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: programs.map((file) => ({ in: file, out: file.slice(file.lastIndexOf("/") + 1, -3) })),
    outdir: "dist/server",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external,
    sourcemap: true,
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.THONGTHIN_VERSION": JSON.stringify(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version) },
    // Libraries in CommonJS ask for these names.
    banner: {
      js: 'import{createRequire as __makeRequire}from"node:module";import{fileURLToPath as __toPath}from"node:url";import{dirname as __dirOf}from"node:path";const require=__makeRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__dirOf(__filename);',
    },
  });
}

export async function buildClient() {
  const { build } = await import("vite");
  await build({ configFile: join(root, "client/vite.config.ts"), logLevel: "warn" });
  compress(join(root, "dist/client"));
}

/** Beside each text file, what a browser really fetches: the server then compresses nothing twice. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    if (!statSync(file).isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(name)) continue;
    const bytes = readFileSync(file);
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

export async function buildAll() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  await buildServer();
  await buildClient();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
