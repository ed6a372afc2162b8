// Starts and steers the second process of a test.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Errand, Told } from "../child.js";

export interface Child {
  /** Everything it told, in order. */
  told: Told[];
  /** Waits until it has told something like this. */
  until(wanted: (told: Told) => boolean): Promise<void>;
  /** Lets it begin, or go on where it waits. */
  go(): void;
  kill(): void;
  /** The signal that ended it, or null when it ended by itself. */
  ended: Promise<NodeJS.Signals | null>;
}

export async function startChild(errand: Errand): Promise<Child> {
  const process = fork(fileURLToPath(new URL("../child.ts", import.meta.url)), [JSON.stringify(errand)], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const told: Told[] = [];
  const listeners = new Set<() => void>();
  process.on("message", (message: Told) => {
    told.push(message);
    for (const listener of [...listeners]) listener();
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => process.once("exit", (_, signal) => resolve(signal)));
  const child: Child = {
    told,
    ended,
    go: () => process.send("go"),
    kill: () => process.kill("SIGKILL"),
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!told.some(wanted)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error("the other process ended first")));
      }),
  };
  await child.until((message) => message === "ready");
  return child;
}

export const acknowledged = (told: Told[]) => told.flatMap((message) => (typeof message === "object" && "acknowledged" in message ? [message] : []));
