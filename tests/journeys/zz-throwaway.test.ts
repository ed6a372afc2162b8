import { expect, test } from "vitest";
import { devices } from "./help/device.js";

const { device, served, picture } = devices("throwaway");
test("pictures", async () => {
  const admin = await device("lao-admin", 1280, 900);
  const logs: string[] = [];
  admin.on("console", (message) => logs.push(message.text()));
  admin.on("pageerror", (error) => logs.push(String(error)));
  await admin.goto(`${served().url}/designer/document/leave-form`);
  await admin.locator("tf-template-box textarea").waitFor();
  await admin
    .frameLocator("tf-print-frame iframe")
    .getByText("แบบใบลา")
    .first()
    .waitFor()
    .catch((error) => logs.push(String(error)));
  await admin.waitForTimeout(800);
  await picture(admin, "leave");
  await admin.goto(`${served().url}/designer`);
  await admin.getByRole("button", { name: "สร้างเอกสารพิมพ์" }).click();
  await picture(admin, "start");
  for (const layout of ["แบบสรุปคำตอบ", "บันทึกข้อความ", "หนังสือภายนอก", "หนังสือรับรอง"]) {
    for (const form of ["ใบลา", "แจ้งปัญหา"]) {
      await admin.goto(`${served().url}/designer`);
      await admin.getByRole("button", { name: "สร้างเอกสารพิมพ์" }).click();
      await admin.getByLabel("ชื่อเอกสาร").fill(`${layout}ของ${form}`);
      const options = await admin.getByLabel("ใช้กับแบบฟอร์ม").locator("option").allInnerTexts();
      await admin.getByLabel("ใช้กับแบบฟอร์ม").selectOption({ label: options.find((one) => one.startsWith(form)) ?? options[0]! });
      await admin.getByText(layout, { exact: true }).click();
      await admin.getByRole("button", { name: "สร้างเอกสาร", exact: true }).click();
      await admin.frameLocator("tf-print-frame iframe").locator("main").waitFor();
      await admin.waitForTimeout(600);
      await picture(admin, `made-${layout}-${form}`);
    }
  }
  const at = admin.url();
  await admin.setViewportSize({ width: 390, height: 844 });
  await admin.waitForTimeout(300);
  await picture(admin, "phone");
  await admin.setViewportSize({ width: 1280, height: 900 });
  await admin.emulateMedia({ colorScheme: "dark" });
  await admin.goto(at);
  await admin.frameLocator("tf-print-frame iframe").locator("main").waitFor();
  await admin.locator("tf-template-box textarea").fill("<p>{{#if fields.reazon.text}}</p>\n{{fields.leave_type.text}}");
  await admin.waitForTimeout(1500);
  await picture(admin, "dark-wrong");
  console.log(logs.join("\n"));
  expect(1).toBe(1);
}, 120_000);
