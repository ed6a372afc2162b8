// Small steps that the scripts share: install what is missing, run a program, know whether a build is fresh.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a program to its end with its output shown; throws when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32", ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${done.status ?? done.signal}`);
}

/** Runs a program in the background until `signal` ends it. */
export const begin = (command, args, options = {}) => spawn(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32", ...options });

const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const mark = (name) => join(root, "node_modules", name);
const marked = (name, value) => existsSync(mark(name)) && readFileSync(mark(name), "utf8") === value;

/** Installs what package-lock.json says, unless that was done: `all` with what only tests need. */
export function install(all) {
  const lock = digest(readFileSync(join(root, "package-lock.json"), "utf8"));
  if (marked(".installed-all", lock) || (!all && marked(".installed", lock))) return;
  console.log("กำลังติดตั้งส่วนประกอบ ครั้งแรกใช้เวลาราวหนึ่งนาที · Installing, about a minute the first time");
  run(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...(all ? [] : ["--omit=dev"])]);
  writeFileSync(mark(all ? ".installed-all" : ".installed"), lock);
}

const sources = ["engine", "schemas", "server", "client", "form-definitions", "scripts"];

/** A short sum over names, sizes and times of the sources: changes when a build is due. */
export function sourceSum() {
  const lines = [];
  for (const folder of sources)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      const stat = statSync(join(root, folder, file));
      if (stat.isFile()) lines.push(`${folder}/${file} ${stat.size} ${stat.mtimeMs}`);
    }
  lines.push(readFileSync(join(root, "package-lock.json"), "utf8"));
  return digest(lines.sort().join("\n"));
}

const built = join(root, "dist", ".built");

/** Builds server and client into dist/, unless they are fresh. */
export async function buildIfStale() {
  const sum = sourceSum();
  if (existsSync(built) && readFileSync(built, "utf8") === sum) return;
  console.log("กำลังเตรียมโปรแกรม · Building");
  const { buildAll } = await import("./build.mjs");
  await buildAll();
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, sum);
}
