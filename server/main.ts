// Starts the server from its environment, says where it is and who may sign in, and ends it in order.
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "../engine/text/text.js";
import type { Config } from "../schemas/types.js";
import { openSetup } from "./accounts/setup.js";
import { buildApp } from "./app.js";
import { readConfig } from "./config/config.js";
import { startFailure } from "./config/failure.js";
import { openDemo } from "./operations/demo/demo.js";
import { lives } from "./operations/demo/live.js";
import { systemClock } from "./plugins/clock.js";
import { openStorage } from "./storage/open.js";

const config = readConfig(process.env);
if ("wrong" in config) {
  for (const sentence of config.wrong) console.error(sentence);
  process.exit(1);
}

/** The built client lies beside the built server; when it runs from its source, in dist. */
const here = dirname(fileURLToPath(import.meta.url));
const clientDir = [join(here, "../client"), join(here, "../dist/client")].find((folder) => existsSync(join(folder, "assets")));

const storage = await start(async () => {
  mkdirSync(config.DATA_DIR, { recursive: true });
  return openStorage({ dataDir: config.DATA_DIR, writerThread: true, clock: systemClock, ...(config.MONGODB_URI && { mongodbUri: config.MONGODB_URI }) });
});
const app = await buildApp({ config, storage, clock: systemClock, ...(clientDir && { clientDir }) });
await app.ready();
const demo = config.DEMO === "off" ? undefined : await openDemo(app, { ...lives[config.DEMO], progress: tellProgress() });
const address = await start(() => app.listen({ port: config.PORT, host: config.HOST }));
const url = config.PUBLIC_URL ?? address;
console.log(`ฟอร์มท้องถิ่น · Thongthin Forms: ${url}`);
if (demo) {
  console.log(`บัญชีสาธิต รหัสผ่านเดียวกันทุกบัญชี · Demo accounts, one password for all: ${demo.password}`);
  for (const { username, title } of demo.accounts) console.log(`  ${username.padEnd(16)} ${say(title, "th")}`);
}
if (config.DEMO === "off") {
  const word = await openSetup(storage);
  // After the # it reaches no log and no other site.
  if (word) console.log(`เริ่มติดตั้ง (ใช้ได้ครั้งเดียว) · Set up (works once): ${url}/setup#${word}`);
}

/** A demo takes a while to be made: each tenth is said. */
function tellProgress(): (share: number) => void {
  let said = 0;
  return (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths > said) console.log(`กำลังเตรียมข้อมูลสาธิต · Preparing the demo: ${tenths * 10} %`);
    said = Math.max(said, tenths);
  };
}

/** A step that may fail for a reason that a setting can help: then the sentence, and the end. */
async function start<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    console.error(startFailure(error, config as Config) ?? error);
    process.exit(1);
  }
}

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await app.close();
  await storage.close();
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
