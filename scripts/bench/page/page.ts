// One page, two ways to draw a form on it, and the clock beside them: what scripts/bench/rendering.ts asks in a real browser.
import type { FormElement } from "../../../client/form/form-element.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import type { Facts } from "../../../engine/expression/facts.js";
import "../../../client/form/form-element.js";
// Whatever a form needs is here: its way over the network is measured elsewhere.
import "../../../client/fields/rarer.js";
import { readyFor } from "../../../client/fields/ready.js";
import type { BenchForm } from "../bench-form.js";
import { byHand } from "./hand.js";

export interface Bench {
  /** Milliseconds until every visible field is there and two frames have passed. */
  product(form: CompiledForm, facts: Facts, answers: Record<string, unknown>, fields: number): Promise<number>;
  hand(form: BenchForm, fields: number): Promise<number>;
  /** Milliseconds for which one key press that shows a field blocks: script, and style and layout of what it drew. */
  keys(control: string, dependent: string, presses: number): Promise<number[]>;
}

const frame = () => new Promise(requestAnimationFrame);
const host = () => document.querySelector<HTMLElement>("#host")!;
const drawn = () => host().querySelectorAll(".field:not([hidden])>:first-child").length;
const { port1, port2 } = new MessageChannel();
const task = () =>
  new Promise<void>((done) => {
    port1.onmessage = () => done();
    port2.postMessage(0);
  });

async function settled(fields: number, show: () => void): Promise<number> {
  const start = performance.now();
  show();
  // In tasks, not in frames: a frame would round it up.
  while (drawn() < fields) await task();
  await frame();
  await frame();
  return performance.now() - start;
}

const bench: Bench = {
  async product(form, facts, answers, fields) {
    await readyFor(form);
    return settled(fields, () => {
      const made = document.createElement("tf-form") as FormElement;
      Object.assign(made, { form, startFacts: facts, answers, person: "ครู" });
      host().append(made);
    });
  },
  hand: (form, fields) => settled(fields, () => byHand(host(), form)),
  async keys(control, dependent, presses) {
    const input = document.querySelector<HTMLInputElement>(control)!;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
    const there = () => document.querySelector(dependent)?.getClientRects().length ?? 0;
    input.focus();
    const times: number[] = [];
    for (let press = 0; press < presses; press++) {
      await frame();
      await task();
      const shows = press % 2 === 0;
      const start = performance.now();
      set.call(input, shows ? "yes" : "ye");
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      // What was put off to the end of this turn blocks just as well.
      await task();
      if (there() > 0 !== shows) throw new Error(`The field ${dependent} is ${shows ? "not there" : "still there"}`);
      if (shows) times.push(performance.now() - start);
    }
    return times;
  },
};
(globalThis as unknown as { bench: Bench }).bench = bench;
