// One run of the product's form beside its peers, on a copy of a harness that measures form renderers:
// `npx tsx tests/bench/peers/run.ts <harness> [engines] [sizes] [runs]`. The last lines are its tables.
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { build } from "vite";
import { slimEngine } from "../../../scripts/slim-engine.mjs";
import { findChromium } from "../../help/browser.js";

const [harness, engines = "lit,rjsf,surveyjs,formio", sizes = "50,1000", runs = "5"] = process.argv.slice(2);
if (!harness) throw new Error("Which harness? npx tsx tests/bench/peers/run.ts <folder>");
const own = fileURLToPath(new URL("thongthin/", import.meta.url));
const copy = join(await mkdtemp(join(tmpdir(), "thongthin-peers-")), "bench");
try {
  await cp(harness, copy, { recursive: true, filter: (path) => !/\/(node_modules|results|\.build)(\/|$)/.test(path) });
  const to = join(copy, "engines/thongthin");
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "package.json"), '{"private":true,"type":"module","dependencies":{}}');
  await bundle({
    entryPoints: [join(own, "translate.ts")],
    outfile: join(to, "translate.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  await asBuilt(to);
  for (const folder of [".", ...engines.split(",").map((name) => `engines/${name}`)])
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: join(copy, folder), stdio: ["ignore", "ignore", "inherit"] });
  const env = { ...process.env, BENCH_CHROMIUM: process.env.CHROMIUM_PATH ?? (await findChromium()) };
  const options = [
    "--parts",
    "client",
    "--engines",
    `${engines},thongthin`,
    "--sizes",
    sizes,
    "--runs",
    runs,
    "--prefilled-runs",
    runs,
    "--out",
    "results/peers.json",
  ];
  execFileSync("node", ["run.mjs", ...options], { cwd: copy, env, stdio: "inherit" });
  execFileSync("node", ["report.mjs", "results/peers.json"], { cwd: copy, stdio: "inherit" });
} finally {
  await rm(join(copy, ".."), { recursive: true, force: true });
}

/** The product's side, as it is built for users: its small engine, its templates; in one file, as the harness asks. */
async function asBuilt(to: string): Promise<void> {
  await build({
    root: own,
    base: "./",
    configFile: false,
    plugins: [slimEngine()],
    resolve: { alias: [{ find: /^lit$/, replacement: "lit/html.js" }] },
    logLevel: "error",
    build: {
      outDir: to,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: join(own, "entry.ts"), output: { codeSplitting: false, entryFileNames: "built.js", assetFileNames: "built[extname]" } },
    },
  });
  const style = (await readdir(to)).filter((file) => file.endsWith(".css")).map((file) => `import "./${file}";\n`);
  await writeFile(join(to, "entry.js"), `import "./built.js";\n${style.join("")}`);
}
