// Print templates come from other LAOs: what they may read, and that they cannot run away with the server.
import { afterAll, describe, expect, test } from "vitest";
import { forgetAfterMs, mostFailures } from "../../server/documents/runaways.js";
import { Templating } from "../../server/documents/templating.js";
import { manualClock } from "../help/clock.js";

const templating = new Templating({ milliseconds: 1_500 });
afterAll(() => templating.close());

const data = { name: "สมชาย <b>", rows: [{ n: 1 }, { n: 2 }], on: true };

test.each([
  ["a value, escaped", "{{name}}", "สมชาย &lt;b&gt;"],
  ["rows", "{{#each rows}}[{{@index}}:{{n}}]{{else}}none{{/each}}", "[0:1][1:2]"],
  ["a condition", "{{#if on}}yes{{else}}no{{/if}}{{#unless on}}x{{/unless}}", "yes"],
  ["nothing for a name that is not there", "{{#with missing}}x{{/with}}[{{missing.deeper}}]", "[]"],
])("renders %s", async (_, template, html) => {
  expect(await templating.render(template, data)).toEqual({ html });
});

test.each([
  ["unescaped output", "{{{name}}}", "{{{ }}}"],
  ["unescaped output, the other way", "{{&name}}", "{{{ }}}"],
  ["the constructor", "{{name.constructor.name}}", "constructor"],
  ["the constructor by segment", "{{name.[constructor]}}", "constructor"],
  ["the prototype", "{{#with rows.__proto__}}{{this}}{{/with}}", "__proto__"],
  ["the helper that looks up", "{{lookup this 'constructor'}}", "{{lookup …}}"],
  ["a helper inside", "{{#each (lookup this 'rows')}}{{/each}}", "( )"],
  ["a partial", "{{> other}}", "PartialStatement"],
  ["an inline partial", '{{#*inline "x"}}y{{/inline}}', "DecoratorBlock"],
  ["a block of another name", "{{#rows}}x{{/rows}}", "{{#rows}}"],
])("refuses %s", async (_, template, what) => {
  const rendered = await templating.render(template, data);
  expect("faults" in rendered && rendered.faults.map((fault) => ("what" in fault ? fault.what : fault))).toContain(what);
});

test("says where a template is broken", async () => {
  expect(await templating.check("<p>\n{{#if on}}\n</p>")).toMatchObject([{ fault: "syntax", line: 3 }]);
  expect(await templating.check("<p>{{name}}</p>")).toEqual([]);
});

test("inherited properties are not seen", async () => {
  expect(await templating.render("[{{toString}}][{{hasOwnProperty}}]", data)).toEqual({ html: "[][]" });
});

test("a template that never ends is ended, and the next one is answered", async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({ n }));
  const endless = "{{#each @root.rows}}".repeat(6) + "{{/each}}".repeat(6);
  const [runaway, next] = await Promise.all([templating.render(endless, { rows }), templating.render("{{name}}", data)]);
  expect(runaway).toEqual({ faults: [{ fault: "time" }] });
  expect(next).toEqual({ html: "สมชาย &lt;b&gt;" });
});

describe("a template that never ends", () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({ n }));
  const endless = "{{#each @root.rows}}".repeat(6) + "{{/each}}".repeat(6);
  const time = { faults: [{ fault: "time" }] };
  const html = { html: "สมชาย &lt;b&gt;" };
  const clock = manualClock();
  const opened = (workers = 2) => new Templating({ milliseconds: 1_000, workers }, () => clock.now());
  const run = (to: Templating, owner: string, of: string, template = endless) => to.render(template, { ...data, rows }, { owner, of });

  test("is not run again for the same record until some minutes have passed", async () => {
    const own = opened();
    expect(await run(own, "a", "r/1")).toEqual(time);
    expect(await run(own, "a", "r/1")).toEqual(time);
    // Those that waited with it are not run either.
    expect(await Promise.all([run(own, "a", "r/2"), run(own, "a", "r/2"), run(own, "a", "r/1")])).toEqual([time, time, time]);
    expect(own.given).toBe(2);
    expect(await run(own, "a", "r/1", "{{name}}")).toEqual(html);
    clock.advance(forgetAfterMs);
    await run(own, "a", "r/1");
    expect(own.given).toBe(4);
    await own.close();
  });

  test("is not run for any record of its owner after some, and for others it is", async () => {
    const own = opened();
    for (let nth = 0; nth < mostFailures + 5; nth++) await run(own, "a", `r/${nth}`);
    expect(own.given).toBe(mostFailures);
    await run(own, "b", "r/1");
    expect(own.given).toBe(mostFailures + 1);
    await own.close();
  });

  test("makes nobody wait but its owner, however often it is asked for", async () => {
    const own = opened();
    const order: string[] = [];
    const told = async (name: string, done: Promise<unknown>) => {
      await done;
      order.push(name);
    };
    const all = [1, 2, 3].map((nth) => told(`a${nth}`, run(own, "a", `r/${nth}`)));
    all.push(told("a plain", run(own, "a", "r/9", "{{name}}")));
    all.push(...[1, 2, 3].map((nth) => told(`b${nth}`, run(own, "b", `r/${nth}`, "{{name}}"))));
    await Promise.all(all);
    expect(order.filter((name) => name !== "a1")).toEqual(["b1", "b2", "b3", "a2", "a3", "a plain"]);
    await own.close();
  });

  test("with one worker, the others come between", async () => {
    const own = opened(1);
    const order: string[] = [];
    const asked = ["a1", "a2", "b1", "b2", "c1"].map((name) => run(own, name[0]!, name, "{{name}}").then(() => order.push(name)));
    await Promise.all(asked);
    expect(order).toEqual(["a1", "b1", "c1", "a2", "b2"]);
    await own.close();
  });
});

test("a page that grows without end is refused", async () => {
  const small = new Templating({ maxOutput: 1_000 });
  expect(await small.render("{{#each rows}}{{#each @root.rows}}xxxxxxxxxx{{/each}}{{/each}}", { rows: Array.from({ length: 50 }, () => 0) })).toEqual({
    faults: [{ fault: "large" }],
  });
  await small.close();
});
