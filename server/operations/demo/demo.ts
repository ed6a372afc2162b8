// The demo municipality: made once, the first time the product starts with DEMO on and an empty store; afterwards only its accounts are told.
import { randomInt } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { addDays } from "../../../engine/thai/day.js";
import type { DemoAccounts } from "../../../schemas/types.js";
import { setupOpen } from "../../accounts/setup.js";
import { instant } from "../../plugins/clock.js";
import { settle } from "../../plugins/refusal.js";
import type { Doc } from "../../storage/port.js";
import { installTemplate } from "../../templates/install.js";
import { readLibrary } from "../../templates/library.js";
import { chance } from "./chance.js";
import { type Life, live } from "./live.js";
import { municipality, provinceViewer } from "./municipality.js";
import { type Settled, settleMunicipality } from "./settle.js";
import { stories } from "./stories.js";
import { tell } from "./tell.js";
import { workdays } from "./workdays.js";

/** Kept, because the start must tell it again: nobody but this machine can reach a demo. */
interface DemoDoc extends Doc {
  password: string;
  /** Everything is there. */
  done?: true;
}

const seed = 2569;
const id = "demo";

/** Opens the demo and lets the sign-in page tell its accounts. */
export async function openDemo(app: FastifyInstance, life: Life): Promise<DemoAccounts | undefined> {
  const demo = await findOrMake(app, life);
  if (demo) app.announced.demo = demo;
  return demo;
}

/** Makes the demo in an empty store, or finds the one that was made. Undefined: somebody's real work is kept here, and it is left alone. */
async function findOrMake(app: FastifyInstance, life: Life): Promise<DemoAccounts | undefined> {
  const plan = municipality(chance(seed));
  const accounts = [...plan.staff, provinceViewer].flatMap(({ username, title }) => (username ? [{ username, title }] : []));
  const known = await app.storage.get<DemoDoc>("settings", id);
  if (known?.done) return { password: known.password, accounts };
  if (!(await setupOpen(app.storage))) return undefined;
  const password = `bua-${String(randomInt(1_000_000)).padStart(6, "0")}`;
  const settled = await settleMunicipality(app, plan, password, addDays(app.today(), -400));
  await furnish(app, settled);
  const people = (await app.directory.of(settled.owner)).accounts;
  const person = (key: string) => people.get(settled.accounts.get(key)!)!.person;
  // The stories' deadlines lie in the past: they are looked at when all is told, not in the middle of it.
  await app.effects.stop();
  const days = workdays((await app.definitions.rows(settled.owner, "holidays")) ?? []);
  await tell(app, settled, stories(chance(seed), plan.staff, app.today(), days, person));
  await live(app, settled, plan, chance(seed), days, life);
  await app.effects.start();
  const doc: DemoDoc = { id, owner: settled.owner, format: 1, rev: 1, password, done: true };
  await settle(app.storage, [{ op: "insert", collection: "settings", doc }]);
  return { password, accounts };
}

/** All templates, installed by the administrator. */
async function furnish(app: FastifyInstance, settled: Settled): Promise<void> {
  const admin = (await app.directory.of(settled.owner)).actor(settled.accounts.get("lao-admin")!, app.today())!;
  const press = { storage: app.storage, definitions: app.definitions, checker: app.checker, newId: () => app.newId() };
  for (const template of (await readLibrary()).values()) await installTemplate(press, template, admin, () => instant(app.clock.now()));
}
