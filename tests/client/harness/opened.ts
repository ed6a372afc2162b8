// A form open in a real browser, without a server: for the tests of fields and of `<tf-form>`.
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { factsOf } from "../../help/forms.js";
import type { Harness } from "./page.js";
import { openHarness } from "./site.js";

declare const harness: Harness;

export async function show(
  browser: Browser,
  form: CompiledForm,
  answers: Record<string, unknown> = {},
  facts: Partial<Facts> = {},
  dark = false,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: dark ? "dark" : "light" });
  await openHarness(page);
  // As plain JSON: the type of a tree is deeper than the compiler follows here.
  await page.evaluate((given) => harness.show(...(JSON.parse(given) as Parameters<Harness["show"]>)), JSON.stringify([form, factsOf(facts), answers]));
  return page;
}

export const answersOf = (page: Page) => page.evaluate(() => harness.answers());

/** What the form told the screen around it, of one type. */
export const toldOf = (page: Page, type: string) =>
  page.evaluate((wanted) => harness.told.filter((one) => one.type === wanted).map(({ detail }) => detail), type);

/** Asks until it is so. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });
