// Types of steps.mjs, for the scripts in TypeScript.
import type { ChildProcess, SpawnOptions, SpawnSyncOptions } from "node:child_process";

export const root: string;
export function run(command: string, args: string[], options?: SpawnSyncOptions): void;
export function begin(command: string, args: string[], options?: SpawnOptions): ChildProcess;
export function install(all: boolean): void;
export function sourceSum(): string;
export function buildIfStale(): Promise<void>;
