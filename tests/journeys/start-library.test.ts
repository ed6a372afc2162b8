// A form of the library becomes a form of one's own: looked at first, copied with what it needs, beside what the LAO has, and published.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { WorkingCopy } from "../../schemas/types.js";
import { devices, possible } from "./help/device.js";

const { device, served, picture } = devices("library");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!possible)("the library", () => {
  test("a form that the LAO has already comes as a copy beside it, and can be published at once (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const definition = async (kind: string, id: string) =>
      (await (await admin.request.get(`${served().url}/api/v1/definitions/${kind}/${id}`)).json()) as WorkingCopy;
    const before = await definition("form", "problem-report");
    await admin.getByRole("link", { name: "ออกแบบฟอร์ม" }).click();
    await admin.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }).click();
    await admin.getByLabel("เริ่มจาก").selectOption("library");
    await admin.getByRole("group", { name: "แบบฟอร์มในคลัง" }).getByText("แจ้งปัญหาการใช้ระบบ").click();
    await admin.getByText("อปท. มีแบบฟอร์มนี้อยู่แล้วและจะไม่ถูกแตะต้อง").waitFor();
    await admin.getByText(/^ดูช่องในแบบฟอร์ม/).click();
    await admin.getByRole("listitem").filter({ hasText: "ขั้นตอน: รับแจ้งและแก้ไขปัญหา" }).getByText("มีอยู่แล้ว ใช้ของเดิม").waitFor();
    await picture(admin, "library-start");
    await admin.evaluate(axe);
    expect(
      await admin.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id))",
      ),
    ).toEqual([]);
    await admin.getByLabel("ชื่อแบบฟอร์ม").fill("แจ้งซ่อมครุภัณฑ์");
    // The answer is lost on the way: pressed again it is the same copy.
    await admin.route(
      "**/copies/**",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await admin.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }).click();
    await admin.getByText("ไม่มีสัญญาณ ลองใหม่เมื่อสัญญาณกลับมา").waitFor();
    await admin.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }).click();
    await admin.getByRole("heading", { name: "แจ้งซ่อมครุภัณฑ์", level: 1 }).waitFor();
    expect(new URL(admin.url()).pathname).toBe("/designer/form/problem-report-2");
    expect(await definition("form", "problem-report-2")).toMatchObject({ version: 0, rev: 1, definition: { title: "แจ้งซ่อมครุภัณฑ์" } });
    // The copy asks the same questions, which is a doubt now; nothing else has changed.
    expect(await definition("form", "problem-report")).toMatchObject({ rev: before.rev, definition: before.definition });
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    const teacher = await device("teacher");
    await teacher.goto(`${served().url}/forms/problem-report-2/new`);
    await teacher.locator("tf-form").waitFor();
  });
});
