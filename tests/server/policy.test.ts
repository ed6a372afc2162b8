// The verdicts of the policy, written by hand: who may do what to the teacher's things, at every distance in the tree.
// Below it, each rule is turned round, each of its needs is taken away, each rule is taken out: every time a row must turn red.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../schemas/types.js";
import { type Subject, type Verb, verbs } from "../../server/plugins/access.js";
import { type Need, needs } from "../../server/policy/needs.js";
import { type Judges, type May, may, policy, reach } from "../../server/policy/policy.js";
import { concealed, rules } from "../../server/policy/rules.js";
import { startServer, type TestServer } from "../help/server.js";

// Columns, nearest first. self: the teacher who wrote it. class: the co-teacher. school: another class's teacher, director, deputy, clerk.
// other: another school's teacher and director. office: education officer and head, permanent secretary, mayor, finance, administrator.
// B: a teacher, director and administrator of another LAO. up: the province. out: nobody signed in.
// odd: a retired teacher without a position; a director who also has a seat at the province; somebody of B with seats in A that nobody took back.
const table = `
                       | self | class | school  | other | office      | B     | up | out | odd
session.own            | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | .   | y y y
menu.read              | y    | y     | y y y y | y y   | y y y y y y | . . . | .  | .   | y y .
codes.read             | y    | y     | y y y y | y y   | y y y y y y | . . . | .  | .   | y y .
event.list             | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | .   | y y y
notice.list            | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | .   | y y y
draft.list             | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | .   | y y y
inbox.read             | y    | y     | y y y y | y y   | y y y y y y | y y y | .  | .   | y . y
form.list              | y    | y     | y y y y | y y   | y y y y y y | y y y | .  | .   | y . y
person.list            | y    | y     | y y y y | y y   | y y y y y y | y y y | .  | .   | y . y
file.create            | y    | y     | y y y y | y y   | y y y y y y | y y y | .  | .   | . . y
place.list             | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | .   | y y y
public                 | y    | y     | y y y y | y y   | y y y y y y | y y y | y  | y   | y y y
organization.read      | y    | y     | y y y y | y y   | y y y y y y | . . . | y  | .   | y y .
organization.manage    | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
position.manage        | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
delegation.manage      | .    | .     | . y . . | . .   | . . . . . y | . . . | .  | .   | . y .
account.manage         | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
definition.read        | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
definition.write       | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
definition.publish     | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
template.install       | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
operations.read        | .    | .     | . . . . | . .   | . . . . . y | . . . | .  | .   | . . .
rollup.read            | .    | .     | . . y . | . .   | y y y y . y | . . . | y  | .   | . y .
report.read            | y    | .     | . y . y | . .   | y y . . . . | . . . | .  | .   | . . .
notice.own             | y    | .     | . . . . | . .   | . . . . . . | . . . | .  | .   | . . .
draft.own              | y    | .     | . . . . | . .   | . . . . . . | . . . | .  | .   | . . .
file.read              | y    | .     | y y . y | . .   | y y . . . . | . . . | .  | .   | . . .
record.create          | y    | y     | . y y y | . .   | . . . . . . | . . . | .  | .   | . . .
record.read            | y    | .     | . y . y | . .   | y y . . . . | . . . | .  | .   | . . .
record.act             | y    | .     | . y . y | . .   | y y . . . . | . . . | .  | .   | . . .
record.list            | .    | .     | . y . . | . .   | y . . . . . | . . . | .  | .   | . . .
record.export          | .    | .     | . y . . | . .   | . y . . . . | . . . | .  | .   | . . .
record.sensitive       | y    | .     | . y . . | . .   | . . . . . . | . . . | .  | .   | . . .
`;

const kinds = [
  "teacher",
  "co-teacher",
  "class-teacher",
  "director",
  "deputy",
  "clerk",
  "other-teacher",
  "other-director",
  "education-office",
  "education-head",
  "permanent-secretary",
  "mayor",
  "finance",
  "lao-admin",
  "b-teacher",
  "b-director",
  "b-lao-admin",
  "province",
  "nobody",
  "retired",
  "two-hats",
  "stray",
] as const; // prettier-ignore
type Kind = (typeof kinds)[number];

interface Case {
  verb: Verb;
  kind: Kind;
  allowed: boolean;
}

const cases: Case[] = table
  .trim()
  .split("\n")
  .slice(1)
  .flatMap((line) => {
    const [verb, ...cells] = line.split("|").map((cell) => cell.trim());
    const marks = cells.join(" ").split(/\s+/);
    if (marks.length !== kinds.length) throw new Error(`${verb}: ${marks.length} verdicts for ${kinds.length} kinds`);
    return marks.map((mark, at) => ({ verb: verb as Verb, kind: kinds[at]!, allowed: mark === "y" }));
  });

let server: TestServer;
let actors: Record<Kind, Actor | undefined>;
let subject: Subject;

beforeAll(async () => {
  server = await startServer();
  const { organizations: place, accounts, positions } = server.town;
  const of = async (owner: string, username: string) => (await server.app.directory.of(place[owner]!)).actor(accounts[username]!, "2026-11-24")!;
  const owner = (kind: Kind) => (kind.startsWith("b-") ? "b" : kind === "province" ? "province" : "a");
  const real = kinds.filter((kind) => !["nobody", "retired", "two-hats", "stray"].includes(kind));
  actors = Object.fromEntries(await Promise.all(real.map(async (kind) => [kind, await of(owner(kind), kind)]))) as Record<Kind, Actor | undefined>;
  const held = (...who: Kind[]) => who.flatMap((kind) => actors[kind]!.positions);
  actors.nobody = undefined;
  actors.retired = { ...actors["class-teacher"]!, account: "retired", person: "retired", positions: [] };
  actors["two-hats"] = { ...actors.director!, account: "two-hats", person: "two-hats", positions: held("director", "province") };
  actors.stray = {
    ...actors["b-director"]!,
    account: "stray",
    person: "stray",
    positions: held("teacher", "director", "education-office", "education-head", "lao-admin"),
  };
  subject = {
    owner: place.a!,
    unit: [place.class!, place.school!, place.a!, place.district!, place.province!],
    account: accounts.teacher!,
    position: positions.director!,
    author: accounts.teacher!,
    handlers: [accounts.clerk!],
    acts: ["director@school"],
    access: {
      create: ["school-staff"],
      read: ["author", "handler", "education-office", "education-head@lao"],
      list: ["director", "education-office"],
      export: ["education-head", "director"],
      sensitive: ["author", "director", "deputy"],
    },
  };
});
afterAll(() => server.close());

/** What the verb is about: a file that the class-teacher uploaded; the actor alone, as the hook asks it; or the teacher's things. */
const about = (verb: Verb, actor: Actor | undefined): Subject => {
  if (verb === "file.read") return { ...subject, account: server.town.accounts["class-teacher"]! };
  const alone = verb.endsWith(".list") && verbs[verb] === "plain";
  return alone ? { ...(actor && { owner: actor.owner, account: actor.account }) } : subject;
};

const red = (judge: May): Case[] => cases.filter(({ verb, kind, allowed }) => judge(actors[kind], verb, about(verb, actors[kind])).allowed !== allowed);

test(`the table of ${cases.length} verdicts`, () => {
  expect(red(may)).toEqual([]);
});

test("every verb has its row", () => {
  expect([...new Set(cases.map(({ verb }) => verb))].sort()).toEqual(Object.keys(verbs).sort());
});

test.each(rules.map(({ verb, needs: list }, at) => [`${verb} (${list.join(", ") || "always"})`, at] as const))(
  "without the rule %s a row turns red",
  (_name, at) => {
    expect(red(policy(rules.filter((_, index) => index !== at)))).not.toEqual([]);
  },
);

const turned = Object.fromEntries(
  Object.entries(needs).map(([need, judge]) => [need, (actor: Actor | undefined, of: Subject) => judge(actor, of) === false]),
) as unknown as Judges;
const each = rules.flatMap((rule, at) => rule.needs.map((need) => [`${rule.verb}: ${need}`, at, need] as const));

test.each(each)("when %s is turned round, a row turns red", (_name, at, need) => {
  const odd = "turned" as Need;
  const book = rules.map((rule, index) => (index === at ? { ...rule, needs: rule.needs.map((one) => (one === need ? odd : one)) } : rule));
  expect(red(policy(book, { ...needs, [odd]: turned[need] }))).not.toEqual([]);
});

test.each(each)("when %s is not asked, a row turns red", (_name, at, need) => {
  expect(red(policy(rules.map((rule, index) => (index === at ? { ...rule, needs: rule.needs.filter((one) => one !== need) } : rule))))).not.toEqual([]);
});

test("whoever may not read a record, file, draft or notice is not told that it exists; other refusals say so", () => {
  const codes = Object.keys(verbs).flatMap((verb) => {
    const verdict = may(actors["b-teacher"], verb as Verb, subject);
    return verdict.allowed ? [] : [[verb, verdict.problem.code]];
  });
  for (const [verb, code] of codes) expect([verb, code]).toEqual([verb, concealed.has(verb as Verb) ? "server.not-found" : "access.denied"]);
  expect(concealed.size).toBe(5);
  expect(may(undefined, "record.read", subject)).toMatchObject({ allowed: false, problem: { code: "access.signed-out" } });
});

test("a form that says nothing of access is read by its author and whoever acts on it, and made and exported by nobody", () => {
  const silent = { ...subject, access: {} };
  const whoMay = (verb: Verb) => kinds.filter((kind) => may(actors[kind], verb, silent).allowed);
  expect(whoMay("record.read")).toEqual(["teacher", "director", "clerk"]);
  expect(whoMay("record.sensitive")).toEqual(["teacher", "director", "clerk"]);
  expect(whoMay("record.list")).toEqual(["teacher"]);
  expect(whoMay("record.create")).toEqual([]);
  expect(whoMay("record.export")).toEqual([]);
});

test("anyone is anyone of the same LAO, never of another, never the province", () => {
  const open = { ...subject, access: { read: ["anyone"] } };
  const whoMay = kinds.filter((kind) => may(actors[kind], "record.read", open).allowed);
  expect(whoMay).toEqual(kinds.filter((kind) => !["b-teacher", "b-director", "b-lao-admin", "province", "nobody", "two-hats", "stray"].includes(kind)));
});

test("a list reaches as far as the position that gives the right", () => {
  const { organizations: place, accounts } = server.town;
  const access = { list: ["author", "director", "education-office@lao"] };
  const from = (kind: Kind) => reach(actors[kind]!, access);
  expect(from("teacher")).toEqual([`account:${accounts.teacher}`]);
  expect(from("director")).toEqual([`account:${accounts.director}`, place.school]);
  expect(from("education-office")).toEqual([`account:${accounts["education-office"]}`, place.a]);
  expect(from("province")).toEqual([]);
  expect(reach(actors.teacher!, { list: ["director"] })).toEqual([]);
  expect(reach(actors.teacher!, { list: ["anyone"] })).toEqual([place.a]);
  expect(reach(actors.director!, { list: ["director@lao"] })).toEqual([]);
});
