// The law beyond filling: whatever `act` makes of a record, the plain JSON Schema of its form accepts; through signatures, moves and versions.
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedSchema, shapeSchema } from "../../../engine/compile/schema.js";
import { act } from "../../../engine/record/act.js";
import { stateOf } from "../../../engine/workflow/states.js";
import type { Action, Actor, FormRecord } from "../../../schemas/types.js";
import { record as shape } from "../../../schemas/validators.js";
import { referee } from "../../../server/plugins/schemas.js";
import { actingFor, deputy, director, inspector1, inspector2, mayor, system, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { Scenario } from "../../help/scenario.js";

const acting = actingFor(deputy, director, "2026-01-01", "2027-12-31");
const words = fc.constantFrom("ก", " ข ", "", null);
const good = fc.record({
  $row: fc.constantFrom("00000000000000000000000A00", "00000000000000000000000B00", "00000000000000000000000C00"),
  name: words,
  quantity: fc.constantFrom(1, 3, null),
  price: fc.constantFrom(10, 60_000.55, 200_000),
});
const goods = fc.array(good, { maxLength: 3 }).map((rows) => [...new Map(rows.map((row) => [row.$row, row])).values()]);
const request = fc.record({ subject: fc.constantFrom("ก", "ข"), reason: words, urgent: fc.boolean(), urgency: words, goods }, { requiredKeys: [] });
const review = fc.record({ opinion: words });

/** Who may do what at some point, and what they may change with it. */
const deeds = (
  [
    [teacher, "submit", request],
    [teacher, "edit", request],
    [director, "edit", review],
    [director, "return", fc.constant({})],
    [director, "approve", review],
    [acting, "approve", fc.constant({})],
    [mayor, "mayor-approve", fc.constant({})],
    [inspector1, "accept", fc.constant({})],
    [inspector2, "accept", fc.constant({})],
    [system, "lapse", fc.constant({})],
    [director, "approve", request],
  ] as [Actor, string, fc.Arbitrary<Record<string, unknown>>][]
).map(([by, type, answers]) => fc.record({ by: fc.constant(by), type: fc.constant(type), answers, day: fc.integer({ min: 1, max: 28 }) }));
const story = fc.array(fc.oneof(...deeds), { minLength: 8, maxLength: 25 });

const checks = new Map<string, ReturnType<typeof referee>>();
function complaints({ form, older }: Scenario, record: FormRecord): string[] {
  const loose = stateOf(buying, record.state)?.check === "shape";
  const key = `${record.release} ${loose}`;
  const own = older[Number(record.release.split("@")[1])] ?? form;
  if (!checks.has(key)) checks.set(key, referee((loose ? shapeSchema : publishedSchema)(own) as Record<string, unknown>));
  return checks.get(key)!(record.answers);
}

test("any story leaves a record that its form's plain schema accepts, and that is stored as records are", () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(story, fc.constantFrom(500, 200_000), (told, price) => {
      const desk = { $row: "00000000000000000000000A00", name: "โต๊ะ", quantity: 1, price };
      const play = new Scenario(purchase, buying).on("2026-11-01").does(teacher, "submit", { answers: { subject: "ซื้อ", goods: [desk] } });
      for (const { by, type, answers, day } of told) {
        play.on(`2026-11-${String(day).padStart(2, "0")}`).does(by, type, { answers, comment: "เหตุผล" });
        if (play.done) done.add(`${type} in ${play.state}`);
        expect(complaints(play, play.record!)).toEqual([]);
        expect(shape(play.record), JSON.stringify(shape.errors)).toBe(true);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
  // The stories must get somewhere, or this would say nothing.
  expect(done).toContain("accept in done");
  expect(done).toContain("mayor-approve in inspection");
  expect(done.size).toBeGreaterThan(8);
});

test("a signature never stands over other words than it was given to", () => {
  let voids = 0;
  fc.assert(
    fc.property(story, (told) => {
      const play = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ซื้อ" } });
      const signed = new Map<string, string>();
      const now = () => JSON.stringify(["subject", "reason", "urgent", "urgency", "goods"].map((name) => play.answers[name] ?? null));
      for (const { by, type, answers } of told) {
        play.does(by, type, { answers, comment: "เหตุผล" });
        for (const { id, void: gone, sections } of play.record!.signatures) {
          if (gone) voids++;
          if (gone || sections.length > 1) continue;
          signed.set(id, signed.get(id) ?? now());
          expect(now()).toBe(signed.get(id));
        }
      }
    }),
    { numRuns: 60, seed: 12 },
  );
  expect(voids).toBeGreaterThan(10);
});

test("the same action again on what it made changes nothing more, or is refused", () => {
  fc.assert(
    fc.property(request, (given) => {
      const play = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ซื้อ" } }).does(director, "return", { comment: "แก้" });
      const action: Action = play.action("edit", { answers: given });
      const once = act(play.record, action, play.context(teacher));
      if (Array.isArray(once)) return;
      const twice = act(once.record, action, play.context(teacher));
      expect(Array.isArray(twice) ? twice : twice.record.answers).toEqual(once.record.answers);
    }),
    { numRuns: 100, seed: 13 },
  );
});
