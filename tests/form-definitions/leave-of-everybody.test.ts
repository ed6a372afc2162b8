// Whoever of the demo municipality asks for leave, there is somebody who can carry it on in every state that it reaches.
import { expect, test } from "vitest";
import type { OrganizationFact } from "../../engine/expression/facts.js";
import { stateOf } from "../../engine/workflow/states.js";
import type { Actor, FormRecord } from "../../schemas/types.js";
import { chance } from "../../server/operations/demo/chance.js";
import { municipality, type PlannedStaff } from "../../server/operations/demo/municipality.js";
import { codes, formOf, workflowOf } from "../help/library.js";
import { position, somebody } from "../help/people.js";
import { Scenario } from "../help/scenario.js";

const plan = municipality(chance(2569));
const organizations = new Map(plan.organizations.map((one) => [one.key, { id: one.key, kind: one.kind, name: one.name, parent: one.parent }]));
const unit = (key: string): { id: string; kind: string; name: PlannedStaff["title"]; parent: string | undefined }[] => {
  const own = organizations.get(key)!;
  return [own, ...(own.parent === undefined ? [] : unit(own.parent))];
};
const actorOf = ({ key, title, duties, organization, scope }: PlannedStaff): Actor => ({
  ...somebody(key, key, position(`p-${key}`, title, duties, organizations.get(organization)!, organizations.get(scope)!)),
  owner: "LAO",
});
const everybody = plan.staff.map(actorOf);

/** A leave belongs to the nearest school or centre, else to where its author sits. */
function placeOf({ organization }: PlannedStaff): OrganizationFact {
  const above = unit(organization);
  const [own, ...ancestors] = above.slice(
    Math.max(
      0,
      above.findIndex(({ kind }) => kind === "school" || kind === "centre"),
    ),
  );
  return { ...own!, ancestors };
}

const answers = {
  to_whom: "ผู้บังคับบัญชา",
  leave_type: "personal",
  date_from: "2026-11-25",
  date_to: "2026-11-25",
  part: "full",
  reason: "ติดต่อราชการ",
  contact: "บ้านเลขที่ 12",
  phone: "0812345678",
};

/** Every state that this leave can reach, with who may do more there than take it back. */
function walk(author: PlannedStaff, more: object): Map<string, string[]> {
  const story = new Scenario(formOf("leave-request"), workflowOf("leave-request")).on("2026-11-24");
  const nothing = { value: null, at: story.now };
  story.facts = { codes: codes(), lookups: { taken: { value: [], at: story.now }, last: nothing, cited: nothing } };
  story.place = placeOf(author);
  story.does(actorOf(author), "submit", { answers: { ...answers, ...more } });
  const reached = new Map<string, string[]>();
  const open: FormRecord[] = story.record ? [story.record] : [];
  for (let record = open.pop(); record; record = open.pop()) {
    if (reached.has(record.state)) continue;
    reached.set(record.state, []);
    if (stateOf(story.form.workflow.definition, record.state)!.final) continue;
    for (const actor of everybody) {
      story.record = record;
      for (const action of story.may(actor)) {
        story.record = record;
        story.does(actor, action, { comment: "ทดสอบ" });
        expect(story.problems, `${actor.account} ${action}`).toEqual([]);
        if (action !== "withdraw") reached.get(record.state)!.push(`${action} ${actor.account}`);
        open.push(story.record!);
      }
    }
  }
  return reached;
}

const asks = plan.staff.filter(({ duties }) => !duties.includes("mayor"));
test.each(asks.map((author) => [author.key, author] as const))("the leave of %s can always go on, and be granted", (_, author) => {
  const colleague = plan.staff.find((one) => one !== author && placeOf(one).id === placeOf(author).id);
  for (const more of [{}, ...(colleague ? [{ acting: colleague.key.toUpperCase() }] : [])]) {
    const reached = walk(author, more);
    const final = (state: string) => workflowOf("leave-request").states.some(({ id, final }) => id === state && final);
    const stuck = [...reached].filter(([state, who]) => !final(state) && who.length === 0).map(([state]) => state);
    expect(stuck).toEqual([]);
    expect([...reached.keys()]).toEqual(expect.arrayContaining(["approved", "rejected", "withdrawn"]));
  }
});
