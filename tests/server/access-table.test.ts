// The table that the designer shows of a form's access says what the policy does: every cell of many forms is asked of the policy itself.
import { expect, test } from "vitest";
import { accessTable, makersOf, type Use, uses } from "../../engine/workflow/access.js";
import type { Access, Actor, WorkflowDefinition } from "../../schemas/types.js";
import type { Subject, Verb } from "../../server/plugins/access.js";
import { may, reach } from "../../server/policy/policy.js";
import { lao, position, province, school, somebody } from "../help/people.js";

const duties = ["teacher", "director", "clerk", "finance"];
const workflow = (who: string[]): Pick<WorkflowDefinition, "actions"> => ({
  actions: [
    { id: "submit", title: "ส่ง", from: ["new"], to: "wait" },
    { id: "approve", title: "อนุมัติ", from: ["wait"], to: "done", who },
  ],
});
const lists: (string[] | undefined)[] = [
  undefined,
  [],
  ["author"],
  ["handler"],
  ["anyone"],
  ["director"],
  ["director@school", "author"],
  ["author", "handler", "clerk"],
  ["teacher", "finance"],
];
const verbs: Record<Use, Verb> = { create: "record.create", read: "record.read", list: "record.list", export: "record.export", sensitive: "record.sensitive" };

const unit = [school.id, lao.id, province.id];
const holder = (duty: string): Actor => somebody(`holder-${duty}`, duty, position(`p-${duty}`, duty, [duty], school));

/** What the policy says of one who is that, of a record of the school: mine, waiting for me, or somebody else's. */
function asked(who: string, use: Use, access: Access, acts: string[]): string {
  const actor = who === "author" || who === "handler" ? somebody(who, who, position("p", "อื่น", ["nothing"], school)) : holder(who);
  const record: Subject = { owner: lao.id, unit, author: "somebody-else", handlers: [], access };
  const own = { ...record, author: who === "author" ? actor.account : "somebody-else" };
  const waits = { ...record, handlers: who === "handler" ? [actor.account] : [], acts: who === "author" ? [] : acts };
  const allowed = (subject: Subject) => may(actor, verbs[use], subject).allowed;
  if (use === "list") {
    const scopes = reach(actor, access);
    return scopes.includes(school.id) || scopes.includes(lao.id) ? "yes" : who === "author" && scopes.length ? "own" : "no";
  }
  return allowed(record) ? "yes" : allowed(own) ? "own" : allowed(waits) ? "turn" : "no";
}

test.each(uses)("of %s", (use) => {
  for (const said of lists)
    for (const read of lists)
      for (const who of [["director"], ["author", "clerk"]]) {
        if (use === "create" && said?.some((one) => one === "author" || one === "handler")) continue;
        const access: Access = { ...(read && { read }), ...(said && { [use]: said }) };
        const flow = workflow(who);
        const full = { ...access, create: [...makersOf(access, flow)] };
        const acts = who.filter((one) => one !== "author");
        for (const row of accessTable({ access }, flow, duties))
          expect(row.may[use], `${row.who} ${JSON.stringify(access)} ${who}`).toBe(asked(row.who, use, full, acts));
      }
});

test("a duty over one kind of organization counts as that duty, and what nobody says is for the author and whoever acts", () => {
  const [author, handler, director, clerk] = accessTable({}, workflow(["director"]), ["director", "clerk"]);
  expect(author!.may).toEqual({ create: "yes", read: "own", list: "own", export: "no", sensitive: "own" });
  expect(handler!.may).toEqual({ create: "yes", read: "turn", list: "no", export: "no", sensitive: "turn" });
  expect(director!.may).toEqual({ create: "yes", read: "turn", list: "no", export: "no", sensitive: "turn" });
  expect(clerk!.may).toEqual({ create: "yes", read: "no", list: "no", export: "no", sensitive: "no" });
});
