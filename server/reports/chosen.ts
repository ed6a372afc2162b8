// What a reader chose: periods as the address writes them, and the organization, among those that the reader reaches.
import { reportProblem } from "../../engine/problem/report.js";
import { type Chosen, choose, type Period, parameterTitle, periodWords, present } from "../../engine/report/period.js";
import { say } from "../../engine/text/text.js";
import { sortKey } from "../../engine/thai/sort-key.js";
import type { Actor, Choice, Problem, ReportChosen, ReportParameter } from "../../schemas/types.js";
import type { OrganizationDoc } from "../organizations/docs.js";
import type { Snapshot } from "../organizations/snapshot.js";
import { refuse } from "../plugins/refusal.js";

export interface Choosing {
  snapshot: Snapshot;
  actor: Actor;
  /** From where each source is listed. */
  scopes: string[][];
  today: string;
  language: "th" | "en";
}

export interface AllChosen {
  parameters: Chosen[];
  /** For the screen: with the words, and of an organization what else there is. */
  shown: ReportChosen[];
  /** The first period. */
  period?: Period;
  /** Records of this organization and below; of all that is reached when it was left open. */
  organization?: string;
}

/** Everything chosen, or all that is wrong with what the address says. */
export function readChosen(choosing: Choosing, parameters: readonly ReportParameter[], given: Record<string, string | undefined>): AllChosen {
  const chosen: AllChosen = { parameters: [], shown: [] };
  const problems: Problem[] = [];
  for (const parameter of parameters) {
    const { name, type } = parameter;
    const said = given[name] || undefined;
    const found = type === "organization" ? chooseUnit(choosing, parameter, said) : choose(parameter, said ?? present(type, choosing.today));
    if ("code" in found) {
      problems.push(found);
      continue;
    }
    const { language, snapshot } = choosing;
    chosen.parameters.push(found);
    if (found.period) chosen.period ??= found.period;
    if (type === "organization" && found.value) chosen.organization = found.value;
    const unit = type === "organization" ? snapshot.organizations.get(found.value) : undefined;
    const words = found.period ? periodWords(found, language) : unit ? nameOf(snapshot, unit, language) : "";
    const options = type === "organization" ? choices(choosing, parameter) : undefined;
    chosen.shown.push({
      name,
      type,
      title: say(parameterTitle(parameter), language),
      value: found.value,
      words,
      ...(parameter.optional ? { optional: true } : {}),
      ...(options ? { options } : {}),
    });
  }
  return problems.length ? refuse(problems) : chosen;
}

function chooseUnit(choosing: Choosing, parameter: ReportParameter, said: string | undefined): Chosen | Problem {
  const title = parameterTitle(parameter);
  const ids = units(choosing, parameter).map(({ id }) => id);
  // A teacher's own class comes before the others of the school.
  const own = choosing.actor.positions.flatMap(({ scope, organization }) => [scope, organization]);
  const value = said ?? (parameter.optional ? "" : (own.find((id) => ids.includes(id)) ?? ids[0]));
  if (value === undefined || (value !== "" && !ids.includes(value))) return reportProblem("report.organization", {}, `/${parameter.name}`);
  return { name: parameter.name, type: "organization", title, value, fact: value || null };
}

/** The organizations of the parameter's kinds that every source is listed from; of own records, those of the own positions. */
function units({ snapshot, actor, scopes }: Choosing, { kinds }: ReportParameter): OrganizationDoc[] {
  const mine = new Set(actor.positions.flatMap(({ organization }) => [...snapshot.unit(organization), ...snapshot.below(organization).map(({ id }) => id)]));
  const reached = (list: readonly string[], unit: readonly string[]): boolean =>
    list.some((scope) => (scope.startsWith("account:") ? mine.has(unit[0]!) : unit.includes(scope)));
  return [...snapshot.organizations.values()].filter(
    ({ id, kind }) =>
      (kinds ? kinds.includes(kind as never) : kind !== "province" && kind !== "district") && scopes.every((list) => reached(list, snapshot.unit(id))),
  );
}

function choices(choosing: Choosing, parameter: ReportParameter): Choice[] {
  const { snapshot, language } = choosing;
  const found = units(choosing, parameter);
  const alone = new Set(found.map(({ parent }) => parent)).size === 1;
  // Classes of one school stand together.
  const order = new Map(
    found.map((unit) => [
      unit.id,
      sortKey(`${unit.kind === "class" ? say(snapshot.organizations.get(unit.parent ?? "")?.name ?? "", "th") : ""} ${say(unit.name, "th")}`),
    ]),
  );
  return found
    .sort((a, b) => (order.get(a.id)! < order.get(b.id)! ? -1 : 1))
    .map((unit) => ({ id: unit.id, title: alone ? say(unit.name, language) : nameOf(snapshot, unit, language) }));
}

/** A class says its school, as every school has an ป.1/1. */
function nameOf(snapshot: Snapshot, { name, kind, parent }: OrganizationDoc, language: "th" | "en"): string {
  const above = kind === "class" && parent !== undefined ? snapshot.organizations.get(parent) : undefined;
  return above ? `${say(name, language)} ${say(above.name, language)}` : say(name, language);
}
