// A record as its reader sees it: which lines can say why they are so.
import { expect, test } from "vitest";
import { caseSections } from "../../../client/record/case-view.js";
import type { RecordView } from "../../../schemas/types.js";
import { compiled, field } from "../../help/forms.js";
import { teacher } from "../../help/people.js";
import { buying } from "../../help/purchase.js";
import { formOf, Scenario } from "../../help/scenario.js";

test("what is masked is masked where it stands, not wherever a field has its name", () => {
  const form = compiled({ number: field("text"), parent: field("group", { properties: { number: field("text") } }) });
  const record = { answers: { parent: { number: "7" } } };
  const view = { record, form, facts: { labels: {}, codes: {} }, masked: ["number"] } as unknown as RecordView;
  const [section] = caseSections(view);
  expect(section!.masked).toBe(true);
  expect(section!.lines.map(({ path, masked, inside }) => [path, masked, inside?.map(({ words }) => words)])).toEqual([
    ["number", true, undefined],
    ["parent", undefined, ["7"]],
  ]);
});

test("what was worked out can say why; what was only taken over has nothing to say", () => {
  const computed = (value: string, type: "string" | "number" = "string") => ({ "x-field": "computed" as const, type, "x-value": value });
  const form = formOf(
    {
      days: { "x-field": "integer", type: "integer" },
      name: computed("author.name"),
      place: computed("coalesce(organization.name, '-')"),
      made: computed("record.date"),
      // The state stands as a tag above: it is not said again.
      status: computed("record.state"),
      same: computed("days", "number"),
      twice: computed("days * 2.0", "number"),
      first: computed("first([days, 3])", "number"),
    },
    {
      layout: [
        {
          page: "หน้า",
          sections: [
            { id: "request", fields: ["days", "name", "place", "made", "status", "same", "twice", "first"] },
            { id: "review", fields: [] },
          ],
        },
      ],
    },
  );
  const flow = {
    ...buying,
    actions: buying.actions.map(({ sign: _, ...action }) => ({ ...action, to: typeof action.to === "string" ? action.to : "inspection" })),
  };
  const story = new Scenario(form, flow).does(teacher, "submit", { answers: { days: 4 } });
  expect(story.problems).toEqual([]);
  const view = { record: story.record, form: story.form, facts: story.known(teacher), masked: [] } as unknown as RecordView;
  const lines = caseSections(view).flatMap((section) => section.lines);
  expect(lines.map(({ path }) => path)).toEqual(["days", "name", "place", "made", "same", "twice", "first"]);
  expect(lines.filter(({ computed: can }) => can).map(({ path }) => path)).toEqual(["twice", "first"]);
});
