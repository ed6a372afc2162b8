// The product as it is started by hand: the bundle, its words at the start, a refused setting, and a real installation from its one-time link to the first menu.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { freePort } from "../../scripts/load/product.js";
import { flags } from "../help/browser.js";

const executablePath = inject("chromium");
let browser: Browser | undefined;
let dataDir: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "thongthin-start-"));
  if (executablePath) browser = await chromium.launch({ executablePath, args: flags });
});
afterEach(async () => {
  for (const child of started.splice(0)) await ended(child);
});
afterAll(async () => {
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}

interface Started {
  child: ChildProcess;
  /** Everything it has printed so far. */
  printed(): string;
  /** Waits until it has printed this, or ended. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

function start(settings: Record<string, string>): Started {
  const { MONGODB_URI: _, ...rest } = process.env;
  const child = spawn(process.execPath, ["dist/server/main.js"], { env: { ...rest, HOST: "127.0.0.1", DATA_DIR: dataDir, LOG: "error", ...settings } });
  started.push(child);
  let text = "";
  const listeners = new Set<() => void>();
  const hear = (bytes: Buffer) => {
    text += bytes.toString("utf8");
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  return {
    child,
    printed: () => text,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found) resolve(found);
        };
        listeners.add(look);
        child.once("exit", () => reject(new Error(`It ended, and had said:\n${text}`)));
        look();
      }),
  };
}

test("a wrong setting is refused with a sentence that names it", async () => {
  const { child, printed } = start({ PORT: "eighty" });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(1);
  expect(printed()).toContain('PORT "eighty"');
});

test("the demo says where it is and who may sign in, and is healthy", async () => {
  const folder = join(dataDir, "demo");
  const port = String(await freePort());
  const first = start({ PORT: port, DATA_DIR: folder, DEMO: "small" });
  const [password] = await first.says(/bua-\d{6}/);
  await first.says(/province /);
  for (const name of ["lao-admin", "teacher", "director", "education-head", "clerk", "mayor"]) expect(first.printed()).toContain(`  ${name} `);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({ status: "ok", storage: "sqlite" });
  await ended(first.child);
  const second = start({ PORT: port, DATA_DIR: folder, DEMO: "small" });
  expect((await second.says(/bua-\d{6}/))[0]).toBe(password);
});

test.skipIf(!executablePath)("a real installation: the link works once, and its administrator has the first menus (journey)", async () => {
  const port = String(await freePort());
  const product = start({ PORT: port, DATA_DIR: join(dataDir, "real"), DEMO: "off" });
  const [link] = await product.says(/http:\S+\/setup#\S+/);
  const context = await browser!.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH", timezoneId: "Asia/Bangkok" });
  try {
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel("ชื่อ อปท.").fill("เทศบาลตำบลบ้านใหม่");
    await page.getByLabel("จังหวัด").fill("จังหวัดสายบัว");
    await page.getByLabel("ชื่อของท่าน").fill("นางสาวอรทัย แก้วงาม");
    await page.getByLabel("ชื่อผู้ใช้").fill("orathai");
    await page.getByLabel("รหัสผ่าน", { exact: true }).fill("นกสี่ตัวเกาะสายไฟ");
    await page.getByRole("button", { name: "เริ่มใช้งาน" }).click();
    await page.getByRole("heading", { name: "งานวันนี้" }).waitFor();
    await page.getByRole("link", { name: "แจ้งปัญหาการใช้ระบบ" }).first().waitFor();

    const other = await browser!.newContext();
    const stranger = await other.newPage();
    await stranger.goto(link);
    await stranger.getByText("ระบบนี้เริ่มใช้งานแล้ว").waitFor();
    await other.close();
  } finally {
    await context.close();
  }
});
