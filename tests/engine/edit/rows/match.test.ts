// Columns to fields, and cells to organizations.
import { expect, test } from "vitest";
import { matchColumns, type Place, placeColumn, placeNamed, targetsOf, unreachable } from "../../../../engine/edit/rows/match.js";
import type { FieldType } from "../../../../schemas/types.js";

const field = (name: string, title: string, type: FieldType = "text", more: object = {}) => ({
  id: `id-${name}`,
  name,
  title,
  type,
  parent: -1,
  options: {},
  ...more,
});
const fields = [
  field("born", "วันเกิด", "date"),
  field("weight", "น้ำหนัก (กก.)", "number", { required: true }),
  field("guardian", "ผู้ปกครอง", "group", { required: true }),
  { ...field("phone", "เบอร์โทรศัพท์", "phone", { required: true }), parent: 2 },
  field("visits", "การเยี่ยม", "table"),
  { ...field("day", "วันที่", "date"), parent: 4 },
  field("picture", "รูป", "photo", { required: true }),
  field("total", "รวม", "number", { value: ["lit", 1], required: true }),
  field("kind", "ชนิด", "text", { default: ["lit", "x"] }),
];

test("what a column can fill: typed by people, in no table, with words of its own", () => {
  expect(targetsOf(fields).map(({ path, ids, words, required, begins }) => [path.join("/"), ids.join("/"), words.th, required, begins])).toEqual([
    ["born", "id-born", "วันเกิด", false, false],
    ["weight", "id-weight", "น้ำหนัก (กก.)", true, false],
    ["guardian/phone", "id-guardian/id-phone", "ผู้ปกครอง › เบอร์โทรศัพท์", true, false],
    ["kind", "id-kind", "ชนิด", false, true],
  ]);
  expect(unreachable(fields)).toEqual(["รูป"]);
});

test("matched by words, then by name or id, then by words within words, each field once", () => {
  const match = (...header: string[]) => matchColumns(header, targetsOf(fields));
  expect(match("น้ำหนัก(กก.)", "วัน เกิด", "อื่น")).toEqual(["id-weight", "id-born", undefined]);
  expect(match("น้ำหนัก", "น้ำหนัก (กก.)")).toEqual([undefined, "id-weight"]);
  expect(match("kind", "id-born", "guardian.phone")).toEqual(["id-kind", "id-born", "id-phone"]);
  expect(match("เบอร์โทรศัพท์ผู้ปกครอง", "", "วันเกิดของนักเรียน")).toEqual(["id-phone", undefined, "id-born"]);
});

const school = (n: number): Place => ({ id: `s${n}`, name: { th: `โรงเรียนเทศบาล ${n} (วัด${n})`, en: `School ${n}` }, short: `รร. เทศบาล ${n}`, above: [] });
const room = (n: number): Place => ({ id: `c${n}`, name: "ป.1/1", above: [school(n)] });

test("an organization by its name, its short name, or a class beside its school", () => {
  const schools = [school(1), school(2)];
  expect(placeNamed("โรงเรียนเทศบาล 2", schools)).toMatchObject({ id: "s2" });
  expect(placeNamed("รร.เทศบาล 1", schools)).toMatchObject({ id: "s1" });
  expect(placeNamed("โรงเรียนอื่น", schools)).toMatchObject({ code: "import.organization" });
  const rooms = [room(1), room(2)];
  expect(placeNamed("ป.1/1", rooms)).toMatchObject({ code: "import.organization-several" });
  expect(placeNamed("ป.1/1 รร.เทศบาล 2", rooms)).toMatchObject({ id: "c2" });
});

test("the column of organizations is the one whose cells are their names", () => {
  expect(
    placeColumn(
      ["ชื่อ", "โรงเรียน"],
      [
        ["ก", "รร. เทศบาล 1"],
        ["ข", "School 2"],
        ["ค", "ไม่รู้จัก"],
      ],
      [school(1), school(2)],
    ),
  ).toBe(1);
  expect(placeColumn(["ชื่อ"], [["ก"]], [school(1)])).toBeUndefined();
});
