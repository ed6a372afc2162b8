// A request that does not fit its schema is told so in Thai and in English, never in the words of the checker.
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintWords } from "../../server/plugins/invalid-words.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const told = async (body: object) => (await server.stranger().post("/api/v1/sessions", body)).problem.title;

test.each([
  ["too long", { username: "a".repeat(4_001), password: "b" }, /\/username ยาวเกิน [\d]+ ตัวอักษร/, /\/username is longer than [\d]+ characters/],
  ["another type", { username: 7, password: "b" }, /\/username ต้องเป็นข้อความ/, /\/username must be text/],
  ["missing", { username: "a" }, /\/password ต้องมีข้อมูลนี้/, /\/password must be there/],
  ["unknown", { username: "a", password: "b", role: 1 }, /\/role ไม่มีข้อมูลชื่อนี้/, /\/role is not known here/],
])("%s", async (_, body, th, en) => {
  const title = await told(body);
  expect(title.th).toMatch(th);
  expect(title.en).toMatch(en);
  expect(title.th).not.toMatch(/must|NOT|have|propert/);
});

/** Keywords of our own schemas that can complain. */
function keywords(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema) keywords(one, found);
  else if (typeof schema === "object" && schema !== null)
    for (const [key, value] of Object.entries(schema)) {
      if (key === "properties" || key === "$defs" || key === "patternProperties") for (const one of Object.values(value as object)) keywords(one, found);
      else {
        if (typeof value !== "object" || Array.isArray(value) || key === "propertyNames" || key === "not") found.add(key);
        keywords(value, found);
      }
    }
  return found;
}

test("there are words for every keyword that our schemas use", () => {
  const silent = [
    "$schema",
    "$id",
    "$ref",
    "$comment",
    "title",
    "description",
    "default",
    "examples",
    "allOf",
    "if",
    "then",
    "else",
    "items",
    "contentEncoding",
  ];
  const used = readdirSync("schemas")
    .filter((file) => file.endsWith(".schema.json"))
    .flatMap((file) => [...keywords(JSON.parse(readFileSync(`schemas/${file}`, "utf8")))]);
  const wordless = [...new Set(used)].filter((keyword) => !silent.includes(keyword) && complaintWords(keyword).th.includes(`(${keyword})`));
  expect(wordless).toEqual([]);
});
