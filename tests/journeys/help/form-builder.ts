// Builds a form in the designer from what a definition says, by the same presses and words as an officer: nothing of it is pasted.
import type { Locator, Page } from "playwright-core";
import { dutyWords } from "../../../client/ui/duties.js";
import { designer } from "../../../client/ui/words/th-designer.js";
import type { FieldSchema, FormDefinition, LookupDefinition, Text } from "../../../schemas/types.js";

const thai = (text: Text | undefined): string => (typeof text === "object" ? text.th : (text ?? ""));
const english = (text: Text | undefined): string => (typeof text === "object" ? (text.en ?? "") : "");

export class FormBuilder {
  /** Presses, choices and texts so far. */
  actions = 0;

  constructor(
    private readonly page: Page,
    private readonly form: FormDefinition,
  ) {}

  async build(): Promise<void> {
    await this.begin();
    await this.pages();
    for (const [name, schema] of Object.entries(this.form.schema.properties))
      await this.field(name, schema, this.sectionOf(name), this.form.schema.required ?? []);
    await this.arrange();
    await this.lookups();
    // Formulas last: they read fields and lookups that must be there.
    await this.everyField((schema) => this.rules(schema));
    await this.settings();
  }

  // --- pieces -------------------------------------------------------------------------------------------------------

  private async press(target: Locator): Promise<void> {
    await target.click();
    this.actions++;
  }

  private async write(target: Locator, text: string): Promise<void> {
    await target.fill(text);
    this.actions++;
  }

  private async choose(target: Locator, option: { label: string } | { value: string }): Promise<void> {
    await target.selectOption(option);
    this.actions++;
  }

  private label(words: string, within: Locator | Page = this.panel): Locator {
    return within.getByLabel(words, { exact: true });
  }

  private get panel(): Locator {
    return this.page.locator(".prop");
  }

  /** Words in both languages. */
  private async words(label: string, text: Text | undefined, within: Locator | Page = this.panel): Promise<void> {
    if (thai(text)) await this.write(this.label(label, within), thai(text));
    if (english(text)) await this.write(this.label(`${label} (ภาษาอังกฤษ)`, within), english(text));
  }

  private async names(label: string, names: readonly string[] | undefined, within: Locator | Page = this.panel): Promise<void> {
    for (const value of names ?? []) await this.choose(this.label(`เพิ่มใน ${label}`, within), { value });
  }

  private async turn(label: string, on: boolean): Promise<void> {
    const toggle = this.panel.getByRole("switch", { name: label, exact: true });
    if ((await toggle.isChecked()) !== on) await this.press(toggle);
  }

  private async unfold(title: string | RegExp): Promise<Locator> {
    const fold = this.panel.locator("details").filter({ has: this.page.locator("summary", { hasText: title }) });
    if ((await fold.getAttribute("open")) === null) await this.press(fold.locator("summary"));
    return fold;
  }

  private item(title: string): Locator {
    return this.page
      .locator(".item")
      .filter({ has: this.page.locator(":scope > .label", { hasText: new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=\\s|$|\\d|คำ)`) }) })
      .last();
  }

  // --- the frame ----------------------------------------------------------------------------------------------------

  private async begin(): Promise<void> {
    const { page, form } = this;
    await this.press(page.getByRole("link", { name: "ออกแบบฟอร์ม" }));
    await this.press(page.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }));
    await this.write(page.getByLabel("ชื่อแบบฟอร์ม"), thai(form.title));
    await this.press(page.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }));
    await page.getByRole("heading", { name: thai(form.title), level: 1 }).waitFor();
    await this.press(page.getByRole("button", { name: "เขียนคำภาษาอังกฤษด้วย" }));
    await this.words("ชื่อแบบฟอร์ม", form.title);
    await this.words("คำอธิบาย", form.description);
    // What lookups may ask of the records' states comes from it.
    if (form.workflow) await this.choose(this.label("ขั้นตอนหลังส่ง"), { value: form.workflow });
  }

  private async pages(): Promise<void> {
    for (const [at, { page, sections }] of (this.form.layout ?? []).entries()) {
      if (at) await this.press(this.page.getByRole("button", { name: "เพิ่มหน้า" }));
      else await this.press(this.page.locator(".paper > .heading"));
      await this.words("ชื่อหน้า", page);
      for (const [nth, section] of sections.entries()) {
        if (nth) await this.press(this.page.getByRole("button", { name: "เพิ่มส่วน" }));
        else await this.press(this.page.locator(".part > .heading").first());
        await this.words("ชื่อส่วน", section.title);
        await this.words("คำอธิบายส่วน", section.description);
      }
    }
  }

  private sectionOf(name: string): [number, number] {
    for (const [page, { sections }] of (this.form.layout ?? []).entries())
      for (const [section, { fields }] of sections.entries()) if (fields.includes(name)) return [page, section];
    return [0, 0];
  }

  private async openPage(at: number): Promise<void> {
    const tab = this.page.locator(".page-tab:not(.whole)").nth(at);
    if ((await tab.getAttribute("aria-pressed")) !== "true") await this.press(tab);
  }

  private async field(name: string, schema: FieldSchema, [page, section]: [number, number], required: readonly string[]): Promise<void> {
    await this.openPage(page);
    await this.press(this.page.locator(".part > .heading").nth(section));
    await this.add(name, schema, required.includes(name));
    const inside = schema["x-field"] === "table" ? schema.items : schema["x-field"] === "group" ? schema : undefined;
    for (const [column, own] of Object.entries(inside?.properties ?? {})) {
      await this.press(this.item(schema.title!).locator(":scope > .label"));
      await this.add(column, own, inside?.required?.includes(column) ?? false);
    }
  }

  private async add(name: string, schema: FieldSchema, required: boolean): Promise<void> {
    const type = schema["x-field"]!;
    await this.press(this.page.locator(".pal").getByRole("button", { name: designer[`type.${type}`], exact: true }));
    const en = schema["x-en"];
    await this.words("คำถาม", en?.title ? { th: schema.title ?? "", en: en.title } : schema.title);
    await this.words("คำอธิบายใต้คำถาม", en?.description ? { th: schema.description ?? "", en: en.description } : schema.description);
    if (required) await this.turn("ต้องตอบ", true);
    if (this.form.sensitive?.includes(name)) await this.turn(designer["props.sensitive"], true);
    await this.own(schema, type);
    const box = this.label("ชื่อในสูตร");
    await this.write(box, name);
    await box.blur();
  }

  /** What only its kind has. */
  private async own(schema: FieldSchema, type: string): Promise<void> {
    const { panel } = this;
    if (schema["x-options"]) {
      for (const [at, { title }] of schema["x-options"].entries()) {
        if (at > 1) await this.press(panel.getByRole("button", { name: "เพิ่มตัวเลือก" }));
        await this.words(`ตัวเลือกที่ ${at + 1}`, title);
      }
      await this.unfold("ตั้งค่าเพิ่มเติม");
      for (const [at, { id }] of schema["x-options"].entries()) {
        await this.write(panel.locator(`#p-id-${at}`), id);
        await panel.locator(`#p-id-${at}`).blur();
      }
    }
    if (schema["x-codes"] && type !== "computed") await this.choose(panel.locator("#p-codes"), { value: schema["x-codes"] });
    if (schema["x-codes"] && type === "computed") await this.choose(this.label("แสดงชื่อจากรายการรหัส"), { value: schema["x-codes"] });
    if (schema["x-form"]) await this.choose(this.label("แบบฟอร์มที่อ้างถึง"), { value: schema["x-form"] === this.form.id ? this.ownId : schema["x-form"] });
    if (schema["x-within"]) await this.choose(this.label("เลือกได้จาก"), { value: schema["x-within"] });
    if (schema["x-unit"]) await this.words("หน่วยนับ", schema["x-unit"]);
    if (schema["x-number"]) {
      await this.write(this.label("ชุดเลข"), schema["x-number"].series);
      await this.choose(panel.locator("#p-period"), { value: schema["x-number"].period });
      if (schema["x-number"].pattern) await this.write(this.label("รูปแบบเลขที่"), schema["x-number"].pattern);
    }
    if (type === "file" && schema.type === "array") await this.turn("แนบได้หลายไฟล์", true);
    await this.names("ชนิดไฟล์ที่รับ", schema["x-accept"]);
    if (schema.maxLength !== undefined) await this.number("ยาวไม่เกิน (ตัวอักษร)", schema.maxLength);
    const more: [string, number | undefined][] = [
      ["อย่างน้อยกี่ตัวอักษร", schema.minLength],
      ["ทศนิยม (ตำแหน่ง)", schema["x-decimals"]],
      ["ไม่เกินกี่รายการ", schema.maxItems],
    ];
    if (more.some(([, value]) => value !== undefined) || schema["x-display"] || schema.default !== undefined) await this.unfold("ตั้งค่าเพิ่มเติม");
    for (const [label, value] of more) if (value !== undefined) await this.number(label, value);
    if (schema["x-display"]) await this.choose(this.label("แสดงเป็น"), { value: schema["x-display"] });
    if (schema.default !== undefined) await this.choose(this.label("ค่าที่ใส่ไว้ก่อน"), { label: this.optionTitle(schema) });
  }

  private optionTitle(schema: FieldSchema): string {
    return thai(schema["x-options"]?.find(({ id }) => id === schema.default)?.title);
  }

  private async number(label: string, value: number): Promise<void> {
    await this.write(this.label(label), String(value));
    await this.label(label).blur();
  }

  private get ownId(): string {
    return new URL(this.page.url()).pathname.split("/").at(-1)!;
  }

  /** Fields were made in the order of the definition; in their sections they may stand otherwise. */
  private async arrange(): Promise<void> {
    for (const [at, { sections }] of (this.form.layout ?? []).entries()) {
      await this.openPage(at);
      for (const [nth, { fields }] of sections.entries()) {
        const part = this.page.locator(".part").nth(nth);
        for (const [to, name] of fields.entries()) {
          const title = this.form.schema.properties[name]!.title!;
          const titles = () =>
            part
              .locator(":scope > .fields > .item > .label")
              .evaluateAll((all) => all.map((one) => one.firstChild?.nextSibling?.textContent ?? one.textContent ?? ""));
          for (let now = (await titles()).findIndex((one) => one.trim() === title); now > to; now--) {
            await this.item(title).locator(":scope > .label").click();
            await this.page.locator(".item.sel").focus();
            await this.page.keyboard.press("Alt+ArrowUp");
            this.actions++;
          }
        }
      }
    }
  }

  // --- rules --------------------------------------------------------------------------------------------------------

  private async everyField(work: (schema: FieldSchema) => Promise<void>): Promise<void> {
    const rules = (schema: FieldSchema) => ["x-show", "x-require", "x-value", "x-default", "x-check"].some((keyword) => keyword in schema);
    for (const [name, schema] of Object.entries(this.form.schema.properties)) {
      await this.openPage(this.sectionOf(name)[0]);
      const inside = Object.values((schema["x-field"] === "table" ? schema.items : schema)?.properties ?? {});
      for (const one of [schema, ...inside]) {
        if (!rules(one)) continue;
        const place =
          one === schema ? this.item(one.title!) : this.item(schema.title!).locator(".item", { has: this.page.locator(".label", { hasText: one.title! }) });
        await this.press(place.locator(":scope > .label"));
        await work(one);
      }
    }
  }

  private async rules(schema: FieldSchema): Promise<void> {
    const { panel } = this;
    if (schema["x-field"] === "computed" && schema["x-value"]) {
      await this.press(panel.getByRole("tab", { name: "ทั่วไป" }));
      await this.write(this.label("สูตร"), schema["x-value"]);
    }
    await this.press(panel.getByRole("tab", { name: /กติกา/ }));
    const rule = async (label: string, source: string | undefined) => {
      if (source === undefined) return;
      await this.turn(label, true);
      await this.formula(panel.locator(".sec-p").filter({ has: this.page.getByRole("switch", { name: label, exact: true }) }), source);
    };
    await rule("แสดงช่องนี้เมื่อ", schema["x-show"]);
    await rule("ต้องตอบเมื่อ", schema["x-require"]);
    if (schema["x-field"] !== "computed") await rule("คำนวณให้ ผู้กรอกแก้ไม่ได้", schema["x-value"]);
    await rule("ใส่ค่าไว้ก่อนจากสูตร แก้ได้", schema["x-default"]);
    await this.words("บอกผู้กรอกว่า", schema["x-why"]);
    for (const [at, check] of (schema["x-check"] ?? []).entries()) {
      await this.press(panel.getByRole("button", { name: "เพิ่มข้อตรวจ" }));
      const box = panel.locator("fieldset.check").nth(at);
      await this.formula(box, check.rule);
      await this.words("ถ้าไม่ใช่ บอกผู้กรอกว่า", check.message, box);
      if (check.level === "warn") await this.press(box.getByRole("switch"));
    }
  }

  private async formula(within: Locator, source: string): Promise<void> {
    const box = within.getByLabel("สูตร", { exact: true });
    if (!(await box.count())) await this.press(within.getByRole("button", { name: "แก้เป็นสูตร" }));
    await this.write(box, source);
  }

  // --- the whole form -----------------------------------------------------------------------------------------------

  private async whole(): Promise<void> {
    await this.press(this.page.getByRole("button", { name: "ตั้งค่าแบบฟอร์ม" }));
  }

  private async lookups(): Promise<void> {
    await this.whole();
    for (const [at, [name, lookup]] of Object.entries(this.form.lookups ?? {}).entries()) {
      const fold = await this.unfold(/ข้อมูลจากรายการอื่น/);
      await this.press(fold.getByRole("button", { name: "เพิ่มข้อมูลที่ดึง" }));
      await this.lookup(fold.locator("fieldset").nth(at), name, lookup);
    }
  }

  private async lookup(box: Locator, name: string, lookup: LookupDefinition): Promise<void> {
    await this.write(this.label("ชื่อที่ใช้ในสูตร", box), name);
    await this.label("ชื่อที่ใช้ในสูตร", box).blur();
    if (lookup.form !== this.form.id) await this.choose(this.label("จากแบบฟอร์ม", box), { value: lookup.form });
    await this.choose(this.label("ค่าที่ดึง", box), { value: lookup.pick });
    for (const [key, value] of Object.entries(lookup.where ?? {})) {
      const group = box.getByRole("group", { name: "เฉพาะรายการที่", exact: true });
      await this.choose(this.label("เพิ่มใน เฉพาะรายการที่", group), { value: key });
      const line = group.locator(".say").last();
      if (typeof value === "string" && value.startsWith("$")) await this.choose(line.locator("select").first(), { value });
      else if (value !== "") await this.choose(line.getByLabel(/^ค่าของ/), { value: String(value) });
    }
    if (lookup.field) await this.choose(this.label("ค่าที่รวม", box), { value: lookup.field });
    if (lookup.by) await this.choose(this.label("แยกตาม", box), { value: lookup.by });
    await this.names("ช่องที่ดึงมา", lookup.fields, box);
    await this.names("เรียงตาม", lookup.sort, box);
  }

  /** Who may what: chips, each pressed where it is not as it should be. */
  private async access(): Promise<void> {
    const { access = {}, documents = [] } = this.form;
    for (const use of ["create", "read", "list", "export", "sensitive"] as const) {
      const wanted = access[use];
      if (!wanted) continue;
      const fold = this.panel.locator("details.access-use").filter({ has: this.page.locator("summary b", { hasText: designer[`access.${use}`] }) });
      if ((await fold.getAttribute("open")) === null) await this.press(fold.locator("summary"));
      for (const off of await fold.locator("label.chip.on").allInnerTexts())
        await this.press(fold.locator("label.chip", { hasText: new RegExp(`^\\s*${off.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`) }));
      for (const who of wanted)
        await this.press(fold.locator("label.chip", { hasText: new RegExp(`^\\s*${dutyWords(who).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`) }));
    }
    for (const id of documents) await this.press(this.panel.locator(`label.chip[data-id="${id}"]`));
  }

  private async settings(): Promise<void> {
    const { form } = this;
    // Sections that are shown only when something is so: their rules read fields.
    for (const [at, { sections }] of (form.layout ?? []).entries()) {
      for (const [nth, { show }] of sections.entries()) {
        if (show === undefined) continue;
        await this.openPage(at);
        await this.press(this.page.locator(".part > .heading").nth(nth));
        await this.turn("แสดงส่วนนี้เมื่อ", true);
        await this.formula(this.panel, show);
      }
    }
    await this.whole();
    await this.access();
    const place = await this.unfold("หน่วยงานและหน้าตา");
    if (form.unit) await this.choose(this.label("รายการเป็นของ", place), { value: form.unit });
    if (form.icon) await this.press(place.getByRole("group", { name: "ภาพประจำแบบฟอร์ม" }).locator(`label:has([value="${form.icon}"])`));
    await this.names("ค่าที่แสดงข้างปุ่มส่ง", form.summary, place);
    const list = await this.unfold("รายการและการค้น");
    await this.names("คอลัมน์ในรายการ", form.list?.columns, list);
    await this.names("กรองได้ด้วย", form.list?.filter, list);
    await this.names("เรียงได้ด้วย", form.list?.sort, list);
    await this.names("ค้นคำใน", form.list?.search, list);
    const reference = await this.unfold("เมื่อแบบฟอร์มอื่นอ้างถึง");
    if (form.reference) await this.write(this.label("ชื่อของรายการหนึ่ง", reference), form.reference.label);
    await this.names("ช่องที่แบบฟอร์มอื่นเห็น", form.reference?.fields, reference);
    for (const [at, key] of (form.keys ?? []).entries()) {
      const keys = await this.unfold(/ห้ามซ้ำ/);
      await this.press(keys.getByRole("button", { name: "เพิ่มข้อห้ามซ้ำ" }));
      const box = keys.locator("fieldset").nth(at);
      await this.names("สิ่งที่ห้ามซ้ำกัน", key.fields, box);
      await this.choose(this.label("ห้ามซ้ำภายใน", box), { value: key.within });
      if (key.on === "warn") await this.press(box.getByRole("switch"));
      await this.words("ข้อความเมื่อซ้ำ", key.message, box);
    }
  }
}
