// Print templates come from other LAOs: what they may read, and that they cannot run away with the server.
import { afterAll, expect, test } from "vitest";
import { Templating } from "../../server/documents/templating.js";

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

test("a page that grows without end is refused", async () => {
  const small = new Templating({ maxOutput: 1_000 });
  expect(await small.render("{{#each rows}}{{#each @root.rows}}xxxxxxxxxx{{/each}}{{/each}}", { rows: Array.from({ length: 50 }, () => 0) })).toEqual({
    faults: [{ fault: "large" }],
  });
  await small.close();
});
