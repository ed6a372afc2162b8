// A real MongoDB replica set for tests: its members in fresh folders on free ports, ended by their own process ids.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { MongoClient } from "mongodb";

export interface Member {
  port: number;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on its own folder and port. */
  restart(): Promise<void>;
}

export interface ReplicaSet {
  uri: string;
  members: Member[];
  /** The member that takes writes now. */
  primary(): Promise<Member>;
  /** Waits until every member is primary or secondary: before that, the next kill could take the majority away. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** One member for contracts and journeys, three for faults. `parameters` are of the server, as name=value; its cache is small unless said. */
export async function startReplicaSet(binary: string, size: 1 | 3, parameters: string[] = [], cacheGb = 0.25): Promise<ReplicaSet> {
  const members = await Promise.all(Array.from({ length: size }, () => startMember(binary, parameters, cacheGb)));
  const stop = async () => {
    await Promise.all(members.map((member) => member.end()));
  };
  const atExit = () => {
    for (const member of members) member.process.kill("SIGKILL");
  };
  process.once("exit", atExit);
  try {
    await initiate(members.map(({ port }) => port));
  } catch (error) {
    await stop();
    throw error;
  }
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`).join(",");
  return {
    uri: `mongodb://${hosts}/?replicaSet=rs`,
    members,
    primary: () => primaryOf(members),
    settled: () => settled(members),
    async stop() {
      process.off("exit", atExit);
      await stop();
    },
  };
}

async function startMember(binary: string, parameters: string[], cacheGb: number) {
  const folder = await mkdtemp(join(tmpdir(), "thongthin-mongod-"));
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const start = () => launch(binary, folder, port, parameters, cacheGb);
    const first = start();
    // The port may have been taken in between: then another one.
    const answered = await answers(port, first).catch(() => false);
    if (!answered && attempt < 5) continue;
    if (!answered) throw new Error(`${binary} does not start`);
    return member(folder, port, first, start);
  }
}

function member(folder: string, port: number, first: ChildProcess, start: () => ChildProcess) {
  let child = first;
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
  };
  return {
    port,
    get process() {
      return child;
    },
    kill,
    async restart() {
      child = start();
      if (!(await answers(port, child))) throw new Error(`mongod does not start again on port ${port}`);
    },
    async end() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function launch(binary: string, folder: string, port: number, parameters: string[], cacheGb: number): ChildProcess {
  const options = ["--dbpath", folder, "--port", String(port), "--replSet", "rs", "--bind_ip", "127.0.0.1", "--nounixsocket"];
  const small = [
    "--wiredTigerCacheSizeGB",
    String(cacheGb),
    "--setParameter",
    "diagnosticDataCollectionEnabled=false",
    ...parameters.flatMap((parameter) => ["--setParameter", parameter]),
  ];
  return spawn(binary, [...options, ...small], { stdio: "ignore" });
}

/** False when the process ended before it answered. */
async function answers(port: number, child: ChildProcess): Promise<boolean> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
    if (
      await told(port, { ping: 1 }).then(
        () => true,
        () => false,
      )
    )
      return true;
    await wait(50);
  }
}

async function initiate(ports: number[]): Promise<void> {
  const members = ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}` }));
  // Elections within a second: the default waits ten.
  const settings = ports.length > 1 ? { settings: { electionTimeoutMillis: 1000, heartbeatIntervalMillis: 200 } } : {};
  await told(ports[0]!, { replSetInitiate: { _id: "rs", members, ...settings } });
  for (;;) {
    const hellos = await Promise.all(ports.map((port) => told(port, { hello: 1 }).catch(() => ({}))));
    if (hellos.some((hello) => "isWritablePrimary" in hello && hello.isWritablePrimary)) return;
    await wait(50);
  }
}

async function primaryOf<M extends Member>(members: M[]): Promise<M> {
  for (;;) {
    for (const member of members) {
      const hello = await told(member.port, { hello: 1 }).catch(() => undefined);
      if (hello?.isWritablePrimary) return member;
    }
    await wait(50);
  }
}

async function settled(members: Member[]): Promise<void> {
  for (;;) {
    const { port } = await primaryOf(members);
    const status = await told(port, { replSetGetStatus: 1 }).catch(() => undefined);
    const states = (status?.members ?? []) as { state: number }[];
    if (states.length === members.length && states.every(({ state }) => state === 1 || state === 2)) return;
    await wait(50);
  }
}

async function told(port: number, command: Record<string, unknown>): Promise<Record<string, unknown>> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true&serverSelectionTimeoutMS=500`);
  try {
    return await client.db("admin").command(command);
  } finally {
    await client.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
