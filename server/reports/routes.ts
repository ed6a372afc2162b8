// /api/v1/reports: the reports an actor may open; one of them, read now with what the address chooses; and its print.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { bangkokDate } from "../../engine/thai/date.js";
import type { ReportDefinition, ReportList, ReportView } from "../../schemas/types.js";
import { headId } from "../definitions/docs.js";
import { printHeaders } from "../documents/page.js";
import { answers, media, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found, refuse } from "../plugins/refusal.js";
import { reportSubject } from "../policy/policy.js";
import { readChosen } from "./chosen.js";
import { Reports } from "./open.js";
import { printed } from "./print.js";
import { readReport } from "./read.js";

const params = { type: "object", required: ["report"], properties: { report: { $ref: "common.schema.json#/$defs/id" } } };
/** Parameters have the names that the report gives them. */
const chosenQuery = {
  type: "object",
  properties: { language: { enum: ["th", "en"], default: "th" } },
  maxProperties: 10,
  additionalProperties: { type: "string", maxLength: 64 },
};

type Asked = FastifyRequest<{ Params: { report: string }; Querystring: Record<string, string> & { language: "th" | "en" } }>;

export default async function reportRoutes(app: FastifyInstance): Promise<void> {
  const reports = new Reports(app);
  const now = () => instant(app.clock.now());

  /** The report of a request as it reads now, after asking whether its actor may open it. */
  const read = async (request: Asked): Promise<{ definition: ReportDefinition; view: ReportView }> => {
    const actor = request.requireActor();
    const head = (await app.definitions.published.of(actor.owner)).get(headId(actor.owner, "report", request.params.report));
    const definition = head && !head.retired ? await app.definitions.newest(actor.owner, "report", request.params.report) : undefined;
    request.must("report.read", definition ? reportSubject(actor, definition) : { owner: actor.owner, unit: [], access: { read: ["anyone"] } });
    const open = await reports.open(actor, found(definition), head!.version);
    const { language, ...given } = request.query;
    const context = await app.reading(actor);
    const today = bangkokDate(now());
    const chosen = readChosen({ snapshot: context.snapshot, actor, scopes: open.scopes, today, language }, definition!.parameters ?? [], given);
    const view = await readReport(context, { ...open, chosen, openings: app.openings, today, now: now(), language });
    return { definition: definition!, view };
  };

  app.get(
    "/api/v1/reports",
    { config: { policy: "form.list" }, schema: { response: answers({ 200: ref("reportList") }) } },
    async (request): Promise<ReportList> => {
      const openable = await reports.openable(request.requireActor());
      return { items: openable.map(({ id, title, description }) => ({ id, title, ...(description === undefined ? {} : { note: description }) })) };
    },
  );

  const schema = { params, querystring: chosenQuery };
  app.get<{ Params: Asked["params"]; Querystring: Asked["query"] }>(
    "/api/v1/reports/:report",
    { config: { policy: "report.read" }, schema: { ...schema, response: answers({ 200: ref("reportView") }, 409) } },
    async (request): Promise<ReportView> => (await read(request)).view,
  );

  app.get<{ Params: Asked["params"]; Querystring: Asked["query"] }>(
    "/api/v1/reports/:report/print",
    { config: { policy: "report.read" }, schema: { ...schema, response: { ...answers({}, 409), 200: media("text/html") } } },
    async (request, reply) => {
      const { definition, view } = await read(request);
      if (view.problem) refuse(view.problem);
      const { owner } = request.requireActor();
      const organization = (await app.directory.of(owner)).organizations.get(owner)?.name ?? "";
      const page = { definition, view, organization, today: bangkokDate(now()), language: request.query.language };
      return reply.headers(printHeaders).send(await printed(app.templating, page));
    },
  );
}
