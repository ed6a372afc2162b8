// The catalogue: sentences in both languages, with their slots, and no code twice.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areas, problems } from "../../../engine/problem/catalogue.js";
import { catalogue, isProblem } from "../../../engine/problem/problem.js";

const make = catalogue({
  "field.required": { th: "ยังไม่ได้กรอก{title}", en: "{title} is missing" },
  "sign.in": { status: 401, th: "เข้าสู่ระบบก่อน", en: "Sign in first" },
});

test("fills each language's sentence with its own words", () => {
  expect(make("field.required", { title: { th: "เหตุผล", en: "Reason" } }, "/reason")).toEqual({
    status: 422,
    code: "field.required",
    title: { th: "ยังไม่ได้กรอกเหตุผล", en: "Reason is missing" },
    path: "/reason",
    params: { title: { th: "เหตุผล", en: "Reason" } },
  });
});

test("keeps the status, the level and the inner problems", () => {
  const inner = make("sign.in");
  expect(inner.status).toBe(401);
  expect(make("field.required", { title: "ชื่อ" }, "/name", { level: "warn", problems: [inner] })).toMatchObject({ level: "warn", problems: [inner] });
});

test("reads own params only, and fills a list", () => {
  expect(make("field.required", {}).title.en).toBe("{title} is missing");
  expect(make("field.required", { title: ["a", 2] }).title.en).toBe("a, 2 is missing");
  expect(catalogue({ "a.b": { th: "{constructor}", en: "{toString}" } })("a.b", {}).title).toEqual({ th: "{constructor}", en: "{toString}" });
});

test("a problem is known from what it is not", () => {
  expect(isProblem(make("sign.in"))).toBe(true);
  expect(isProblem({ kind: "form", code: "x", title: "y" })).toBe(false);
  expect(isProblem(null)).toBe(false);
});

test("the catalogue lists every area", () => {
  const files = readdirSync("engine/problem").map((file) => file.replace(/\.ts$/, ""));
  expect(files.filter((file) => file !== "problem" && file !== "catalogue").sort()).toEqual(Object.keys(areas).sort());
});

test("no code stands in two areas, and each says the same slots in both languages", () => {
  const codes = Object.values(areas).flatMap((entries) => Object.keys(entries));
  expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([]);
  expect(Object.keys(problems).length).toBe(codes.length);
  const slots = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, entry] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/);
    // Some sentences are the words of a definition alone.
    if (!/^\{\w+\}$/.test(entry.th)) expect(entry.th, code).toMatch(/[ก-๙]/);
    expect(slots(entry.th), code).toEqual(slots(entry.en));
  }
});

const sources = ["engine", "server", "client", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|mjs)$/.test(file) && !`${folder}/${file}`.startsWith("engine/problem/"))
    .map((file) => [`${folder}/${file}`, readFileSync(`${folder}/${file}`, "utf8")] as const),
);

test("every code is told by somebody, and neither engine nor server makes a problem past the catalogue", () => {
  const all = sources.map(([, text]) => text).join("\n");
  expect(Object.keys(problems).filter((code) => !all.includes(`"${code}"`))).toEqual([]);
  const byHand = /\{[^{}]*\bcode: "[a-z-]+\.[a-z-]+"[^{}]*\btitle:/;
  expect(sources.filter(([file, text]) => !file.startsWith("client/") && byHand.test(text)).map(([file]) => file)).toEqual([]);
});

test("sentences are those of an officer: no particles, no shouting, no blame, no words for programmers where people fill in", () => {
  for (const [code, { th, en }] of Object.entries(problems)) {
    expect(th, code).not.toMatch(/ครับ|ค่ะ|นะคะ|คุณ|!|Error|กรุณา|วัตถุ|การกระทำ| {2}/);
    expect(en, code).not.toMatch(/!|[Ee]rror|[Pp]lease| {2}/);
    expect(th, code).toBe(th.trim());
  }
  for (const [code, { th }] of [...Object.entries(areas.field!), ...Object.entries(areas.workflow!)])
    expect(th.replaceAll(/\{\w+\}/g, ""), code).not.toMatch(/JSON(?! หนึ่งชุด)|null|schema|field|action|[a-z]+-[a-z]+/);
});
