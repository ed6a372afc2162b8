// Watches the system calls of a program, to prove what reached the disk before something was said.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/** Whether system calls can be watched here: Linux, with strace. */
export const canTrace = ((): boolean => {
  try {
    execFileSync("strace", ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** What the name of a test that needs it says besides where it is missing. */
export const noTrace = canTrace ? "" : " (no strace)";

/** One line of strace, such as `fdatasync(12</tmp/x/thongthin.db-wal>) = 0`. */
export type Call = string;

/** Runs a program under strace and gives its calls in order, with file names. */
export async function tracedRun(calls: string, command: string, args: string[]): Promise<Call[]> {
  const child = spawn("strace", ["-f", "-y", "-s", "200", "-e", `trace=${calls}`, command, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const lines = collect(child);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the traced program ended with ${code}: ${lines().slice(-5).join("\n")}`);
  return lines();
}

/** Attaches to a running process while `work` runs. */
export async function tracedWhile(calls: string, pid: number, work: () => Promise<void>): Promise<Call[]> {
  const child = spawn("strace", ["-f", "-y", "-e", `trace=${calls}`, "-p", String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
  const lines = collect(child);
  await new Promise<void>((resolve, reject) => {
    child.stderr!.on("data", () => lines().some((line) => line.includes("attached")) && resolve());
    child.once("close", () => reject(new Error(`strace could not attach: ${lines().join("\n")}`)));
  });
  await work();
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGINT");
  await ended;
  return lines();
}

function collect(child: ChildProcess): () => Call[] {
  let text = "";
  child.stderr!.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  return () => text.split("\n");
}
