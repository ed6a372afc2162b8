// Opens a report for an actor: its newest version compiled beside the forms as they are now, and from where the actor may list their records.
import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { reportProblem } from "../../engine/problem/report.js";
import { serverProblem } from "../../engine/problem/server.js";
import { readUnder } from "../../engine/record/scopes.js";
import { compileReport } from "../../engine/report/compile.js";
import type { CompiledReport } from "../../engine/report/compiled.js";
import type { Actor, FormDefinition, ReportDefinition } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import { type Version, versionId } from "../definitions/docs.js";
import { Memory } from "../definitions/memory.js";
import { refuse } from "../plugins/refusal.js";
import { reach, reportSubject } from "../policy/policy.js";

export interface OpenReport {
  compiled: CompiledReport;
  /** The newest form of each source. */
  forms: CompiledForm[];
  /** Of each source, from where the actor lists its records. */
  scopes: string[][];
}

/** Compiled reports kept at once, over all owners. */
const mostReports = 200;

export class Reports {
  readonly #compiled = new Memory<CompiledReport>(mostReports);

  constructor(readonly app: FastifyInstance) {}

  /** The reports in use that this actor may open, in the order of their ids. */
  async openable(actor: Actor): Promise<ReportDefinition[]> {
    const { definitions, storage } = this.app;
    const heads = await definitions.inUse(actor.owner, ["report"]);
    const versions = await storage.getMany<Version>(
      "versions",
      heads.map(({ name, version }) => versionId(actor.owner, "report", name, version)),
    );
    const reports = versions.flatMap(({ content }) => (content.kind === "report" ? [content] : [])).sort((a, b) => (a.id < b.id ? -1 : 1));
    const may = await Promise.all(
      reports.map(async (report) => this.app.may(actor, "report.read", reportSubject(actor, report)).allowed && (await this.#reached(actor, report))),
    );
    return reports.filter((_, nth) => may[nth]);
  }

  async #reached(actor: Actor, { sources }: ReportDefinition): Promise<boolean> {
    const forms = await Promise.all(sources.map(({ form }) => this.app.definitions.newestForm(actor.owner, form)));
    return forms.every((found) => found && reach(actor, found.form.access).length > 0);
  }

  /** A report ready to be read. Half of what it is about would be a wrong sheet: each of its sources must be listed by the actor. */
  async open(actor: Actor, definition: ReportDefinition, version: number): Promise<OpenReport> {
    const { definitions, directory } = this.app;
    const found = await Promise.all(definition.sources.map(({ form }) => definitions.newestForm(actor.owner, form)));
    const forms = found.flatMap((one) => (one ? [one.form] : []));
    if (forms.length < found.length) refuse(reportProblem("report.broken", { count: found.length - forms.length }));
    const chain = (await directory.of(actor.owner)).unit(actor.owner);
    const scopes = forms.map((form) => readUnder(reach(actor, form.access), chain));
    if (scopes.some((one) => one.length === 0)) refuse(serverProblem("access.denied"));
    const key = [actor.owner, definition.id, version, ...forms.map(({ release }) => release)].join("/");
    const compiled = await this.#compiled.once(key, () => compile(definitions, actor.owner, definition, forms));
    return { compiled, forms, scopes };
  }
}

async function compile(definitions: Definitions, owner: string, definition: ReportDefinition, forms: readonly CompiledForm[]): Promise<CompiledReport> {
  const known: Record<string, FormDefinition> = {};
  for (const { id, release } of forms) {
    const doc = await definitions.releaseDoc(owner, release);
    const version = doc && (await definitions.version(owner, "form", id, doc.formVersion));
    if (version?.content.kind === "form") known[id] = version.content;
  }
  const compiled = compileReport(definition, known);
  return Array.isArray(compiled) ? refuse(reportProblem("report.broken", { count: compiled.length }, undefined, { problems: compiled })) : compiled;
}
