// `npm test`: installs what is missing and runs everything: made files fresh, types, lint, then all tests.
// With words behind it (`npm test -- tests/engine`), only those tests. The last line counts; lines before it say what was skipped and why.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, install, root, run } from "./steps.mjs";

const only = process.argv.slice(2);
install(true);

const bin = (name) => join(root, "node_modules", ".bin", name);
const checks = [
  ["made files are fresh", process.execPath, ["scripts/generate.mjs", "--check"]],
  ["types of the engine", bin("tsc"), ["-p", "engine"]],
  ["types of the server", bin("tsc"), ["-p", "server"]],
  ["types of the client", bin("tsc"), ["-p", "client"]],
  ["types of the tests", bin("tsc"), ["-p", "tests"]],
  ["lint and format", bin("biome"), ["check", "--error-on-warnings", "."]],
];

const count = { passed: 0, failed: 0, skipped: 0 };
if (!only.length)
  for (const [name, command, args] of checks) {
    try {
      run(command, args);
      count.passed++;
      console.log(`✓ ${name}`);
    } catch (error) {
      count.failed++;
      console.error(`✗ ${name}: ${error.message}`);
    }
  }

await buildIfStale();
const folder = mkdtempSync(join(tmpdir(), "thongthin-tests-"));
const report = join(folder, "report.json");
const ran = spawnSync(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...only], { cwd: root, stdio: "inherit" });
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, "utf8"));
  count.passed += result.numPassedTests;
  count.failed += result.numFailedTests;
  count.skipped += result.numPendingTests + result.numTodoTests;
  const suites = result.testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0);
  count.failed += suites.length;
  const skipped = result.testResults.flatMap((suite) =>
    suite.assertionResults.filter((test) => test.status === "pending" || test.status === "todo").map((test) => test.fullName),
  );
  if (skipped.some((name) => /mongo/i.test(name)))
    console.log("ข้ามการทดสอบ MongoDB: ไม่มี mongod · Skipped, no MongoDB: set MONGOD (a binary) or MONGODB_URI (a replica set)");
  if (skipped.some((name) => name.includes("(no strace)")))
    console.log("ข้ามการตรวจการเรียกระบบ: ไม่มี strace · Skipped, no strace: the settings of the store were tested, not its system calls");
  if (skipped.some((name) => /journey|browser|page/i.test(name))) console.log("ข้ามการทดสอบในเบราว์เซอร์: ไม่มี Chromium · Skipped, no browser: set CHROMIUM_PATH");
} else count.failed++;
rmSync(folder, { recursive: true, force: true });
if (ran.status !== 0 && count.failed === 0) count.failed++;
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed ? 1 : 0);
