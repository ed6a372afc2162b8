// The one function that says whether an actor may do something. It says no unless a rule says yes.
import { serverProblem } from "../../engine/problem/server.js";
import { unsaid } from "../../engine/workflow/access.js";
import { dutyOf, isDuty } from "../../engine/workflow/who.js";
import type { Access, Actor, HeldPosition, ReportDefinition } from "../../schemas/types.js";
import type { Subject, Verb, Verdict } from "../plugins/access.js";
import { type Need, needs } from "./needs.js";
import { concealed, type Rule, rules } from "./rules.js";

export type May = (actor: Actor | undefined, verb: Verb, subject: Subject) => Verdict;
export type Judges = Record<Need, (actor: Actor | undefined, subject: Subject) => HeldPosition | boolean>;

/** The policy that these rules make. There is one; tests make others, each with one rule turned round. */
export function policy(book: readonly Rule[], judges: Judges = needs): May {
  const byVerb = new Map<Verb, Rule[]>();
  for (const rule of book) byVerb.set(rule.verb, [...(byVerb.get(rule.verb) ?? []), rule]);
  return (actor, verb, subject) => {
    for (const rule of byVerb.get(verb) ?? []) {
      const answers = rule.needs.map((need) => judges[need](actor, subject));
      if (answers.some((answer) => answer === false)) continue;
      const position = answers.find((answer) => typeof answer === "object");
      return { allowed: true, ...(position && { position }) };
    }
    if (!actor) return { allowed: false, problem: serverProblem("access.signed-out") };
    return { allowed: false, problem: serverProblem(concealed.has(verb) ? "server.not-found" : "access.denied") };
  };
}

/** May this actor do this to that? */
export const may: May = policy(rules);

/** What opening a report is about: no record, so whoever has one of its duties anywhere in their LAO may. */
export const reportSubject = ({ owner, positions }: Actor, { access }: Pick<ReportDefinition, "access">): Subject => ({
  owner,
  unit: positions.map(({ scope }) => scope),
  access: { read: access },
});

/** The scopes from which an actor may list a form's records: organizations by duty, and `account:<id>` for the own ones. */
export function reach(actor: Actor, access: Access): string[] {
  const who = access.list ?? unsaid.list;
  const scopes = who.flatMap((one) => {
    if (one === "author") return [`account:${actor.account}`];
    if (one === "anyone") return [actor.owner];
    if (!isDuty(one)) return [];
    const { duty, kind } = dutyOf(one);
    return actor.positions.filter((held) => held.duties.includes(duty) && (kind === undefined || kind === held.scopeKind)).map(({ scope }) => scope);
  });
  return [...new Set(scopes)].filter(
    (scope) => may(actor, "record.list", { owner: actor.owner, access, unit: [scope], author: scope.startsWith("account:") ? actor.account : "" }).allowed,
  );
}
