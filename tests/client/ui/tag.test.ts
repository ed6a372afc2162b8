// The tag of a state: what is refused for good does not look like what is to be corrected.
import { expect, test } from "vitest";
import { arrowUUpLeft } from "../../../client/ui/icons/arrow-u-up-left.js";
import { hourglassMedium } from "../../../client/ui/icons/hourglass-medium.js";
import { xCircle } from "../../../client/ui/icons/x-circle.js";
import { statePicture } from "../../../client/ui/screen/tag.js";

test("a returned case has the arrow back, a refused one the cross", () => {
  expect(statePicture({ id: "returned", title: "ส่งกลับแก้ไข", look: "back" })).toBe(arrowUUpLeft);
  expect(statePicture({ id: "rejected", title: "ไม่อนุญาต", look: "back", final: true })).toBe(xCircle);
  expect(statePicture({ id: "waiting", title: "รอ", look: "wait", final: false })).toBe(hourglassMedium);
});
