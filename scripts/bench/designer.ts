// The designer with a form of 500 fields beside one of 50: opening it, one change of a property, one move, one undo; in turns, in a real browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium, flags } from "../../tests/help/browser.js";
import { freePort, startProduct } from "../load/product.js";
import { Submitter } from "../load/submitter.js";
import { definitionOf, fieldsForm } from "./bench-form.js";
import { median } from "./median.js";

export const designed = [50, 500] as const;
export type Deed = "open" | "change" | "move" | "undo";
/** Milliseconds by deed and number of fields. */
export type Designed = Record<Deed, Record<number, number>>;

const rounds = 7;

/** Undefined without a browser. */
export async function designing(): Promise<Designed | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-designer-"));
  const product = await startProduct({ dataDir, port: await freePort() });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const admin = new Submitter(product.url, "lao-admin", product.password);
    await admin.signIn();
    for (const count of designed) await keep(admin, count);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.request.post(`${product.url}/api/v1/sessions`, { data: { username: "lao-admin", password: product.password } });
    const times: Record<Deed, Record<number, number[]>> = { open: {}, change: {}, move: {}, undo: {} };
    const note = (deed: Deed, count: number, ms: number) => {
      times[deed][count] = [...(times[deed][count] ?? []), ms];
    };
    // The first visit fetches the designer; the second has it.
    await opened(context, product.url, designed[0]);
    for (let round = 0; round < rounds; round++)
      for (const count of designed) {
        const { page, ms } = await opened(context, product.url, count);
        note("open", count, ms);
        for (const [deed, took] of Object.entries(await deeds(page))) note(deed as Deed, count, took);
        await page.close();
      }
    const middle = (of: Record<number, number[]>) => Object.fromEntries(designed.map((count) => [count, median(of[count]!)]));
    return { open: middle(times.open), change: middle(times.change), move: middle(times.move), undo: middle(times.undo) };
  } finally {
    await browser.close();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const idOf = (count: number) => `bench-designer-${count}`;

async function keep(admin: Submitter, count: number): Promise<void> {
  const definition = { ...definitionOf(fieldsForm(count)), id: idOf(count) };
  const saved = await fetch(`${admin.url}/api/v1/definitions/form/${idOf(count)}`, {
    method: "PUT",
    headers: { ...admin.headers, "if-match": "0" },
    body: JSON.stringify(definition),
  });
  if (!saved.ok) throw new Error(`A form of ${count} fields is not saved: ${await saved.text()}`);
}

async function opened(context: BrowserContext, url: string, count: number): Promise<{ page: Page; ms: number }> {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${url}/designer/form/${idOf(count)}`);
  await page.locator(".item").first().waitFor();
  return { page, ms: performance.now() - start };
}

/** Each deed with the script, style and layout that it makes; what waits for the server is not waited for. */
function deeds(page: Page): Promise<Record<Exclude<Deed, "open">, number>> {
  return page.evaluate(`(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const timed = async (deed) => {
      await frame();
      await frame();
      const start = performance.now();
      deed();
      await document.querySelector("tf-form-designer").updateComplete;
      document.querySelector(".canvas").getBoundingClientRect();
      return performance.now() - start;
    };
    const item = () => document.querySelectorAll(".item")[20];
    item().click();
    await frame();
    const key = (target, key, more) => target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    const change = await timed(() => {
      const box = document.querySelector("#p-question");
      box.value = box.value + "ก";
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    const move = await timed(() => key(document.querySelector(".item.sel"), "ArrowDown", { altKey: true }));
    const undo = await timed(() => key(document.body, "z", { ctrlKey: true }));
    return { change, move, undo };
  })()`);
}
