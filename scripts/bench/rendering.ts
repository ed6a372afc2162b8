// How long a form takes to be there and a key press blocks, beside the same fields made by hand with Lit: in turns, each in a fresh page.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium, flags } from "../../tests/help/browser.js";
import { compiledForm, factsOf } from "../../tests/help/forms.js";
import { type BenchForm, definitionOf, fieldsForm, tableForm } from "./bench-form.js";
import { median } from "./median.js";
import type { Bench } from "./page/page.js";
import { servePage } from "./page/site.js";

declare const bench: Bench;

/** Milliseconds of the product and of the same by hand. */
export interface Compared {
  product: number;
  hand: number;
}
export interface Rendered {
  render: Record<number, Compared>;
  key: Record<number, Compared>;
  table: Compared;
}

export const sizes = [50, 200, 1000];
const tableRows = 200;
/** Every second one shows a field. */
const presses = 24;

/** Undefined without a browser. */
export async function rendering(rounds = 7): Promise<Rendered | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  const site = await servePage();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const render: Rendered["render"] = {};
    const key: Rendered["key"] = {};
    for (const size of sizes) ({ render: render[size], key: key[size] } = await compare(browser, site.url, fieldsForm(size), rounds, presses));
    return { render, key, table: (await compare(browser, site.url, tableForm(tableRows), rounds, 0)).render };
  } finally {
    await browser.close();
    site.close();
  }
}

type Way = keyof Compared;

async function compare(browser: Browser, url: string, form: BenchForm, rounds: number, presses: number): Promise<{ render: Compared; key: Compared }> {
  const times = { render: { product: [] as number[], hand: [] as number[] }, key: { product: [] as number[], hand: [] as number[] } };
  for (let round = 0; round < rounds; round++) {
    // Whoever begins does so in turn.
    for (const way of round % 2 ? (["product", "hand"] as const) : (["hand", "product"] as const)) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      try {
        const page = await opened(context, url);
        times.render[way].push(await shown(page, way, form));
        // The first two warm up the code that they run.
        if (presses) times.key[way].push(...(await pressed(page, way, presses)).slice(2));
      } finally {
        await context.close();
      }
    }
  }
  const middle = ({ product, hand }: Record<Way, number[]>): Compared => ({ product: median(product), hand: median(hand) });
  return { render: middle(times.render), key: presses ? middle(times.key) : { product: 0, hand: 0 } };
}

async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  // A page that has failed would wait for its fields for ever: closed, it fails whoever asks it.
  page.on("pageerror", (error) => {
    console.error("the page that is measured:", error);
    void page.close();
  });
  await page.goto(url);
  await page.waitForFunction(() => "bench" in globalThis);
  return page;
}

function shown(page: Page, way: Way, form: BenchForm): Promise<number> {
  const fields = form.sections.flatMap((section) => section.fields).filter(({ showIf }) => !showIf).length + form.rows.length * form.columns.length;
  if (way === "hand") return page.evaluate(([form, fields]) => bench.hand(form, fields), [form, fields] as const);
  // The product's total, or the table around the rows, is a field too.
  const given = JSON.stringify([compiledForm(definitionOf(form)), factsOf(), form.rows.length ? { rows: form.rows } : {}, fields + 1]);
  return page.evaluate((given) => bench.product(...(JSON.parse(given) as Parameters<Bench["product"]>)), given);
}

const pressed = (page: Page, way: Way, presses: number): Promise<number[]> =>
  page.evaluate(
    ([control, dependent, presses]) => bench.keys(control, dependent, presses),
    way === "hand" ? (['[name="f0"]', '[name="f7"]', presses] as const) : (["#f-f0", "#f-f7", presses] as const),
  );
