// /api/v1/forms: the forms there are to fill, one form with its facts, facts again as answers change, and the list of its records.

import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { extentProblems } from "../../engine/record/extent.js";
import { readUnder } from "../../engine/record/scopes.js";
import { bangkokDate } from "../../engine/thai/date.js";
import type { Choices, FactsRequest, Fillable, RecordList } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found, refuse } from "../plugins/refusal.js";
import { reach } from "../policy/policy.js";
import { creation } from "./creation.js";
import { resolveFacts } from "./facts.js";
import { creatable, fillable, mayCreate } from "./forms.js";
import { codesFor } from "./labels.js";
import { listForm } from "./list.js";
import { readRecord } from "./subject.js";
import { listColumns, listFilters } from "./words.js";

const params = { type: "object", required: ["form"], properties: { form: { $ref: "common.schema.json#/$defs/id" } } };
const listQuery = {
  type: "object",
  additionalProperties: false,
  properties: {
    q: { type: "string", maxLength: 200 },
    filter: { type: "string", maxLength: 4000 },
    sort: { type: "string", maxLength: 70 },
    after: { type: "string", maxLength: 1000 },
    limit: { type: "integer", minimum: 1, maximum: 100, default: 50 },
    answers: { type: "boolean", default: false },
  },
};

interface ListQuery {
  q?: string;
  filter?: string;
  sort?: string;
  after?: string;
  limit: number;
  answers: boolean;
}

/** The form, unless these answers are more than any record of it may have. */
function bounded(form: CompiledForm, given: Record<string, unknown>): CompiledForm {
  const problems = extentProblems(form, given);
  return problems.length ? refuse(problems) : form;
}

export default async function formRoutes(app: FastifyInstance): Promise<void> {
  const now = () => instant(app.clock.now());
  /** The newest release of a form that is in use. */
  const open = async (owner: string, form: string) => {
    const newest = await app.definitions.newestForm(owner, form);
    return newest && !newest.head.retired ? newest.form : undefined;
  };

  app.get("/api/v1/forms", { config: { policy: "form.list" }, schema: { response: answers({ 200: ref("choices") }) } }, async (request): Promise<Choices> => {
    const forms = await creatable(app.acting, request.requireActor());
    return { items: forms.map(({ form }) => ({ id: form.id, title: form.title, ...(form.description === undefined ? {} : { note: form.description }) })) };
  });

  app.get<{ Params: { form: string } }>(
    "/api/v1/forms/:form",
    { config: { policy: "record.create" }, schema: { params, response: answers({ 200: ref("fillable") }) } },
    async (request): Promise<Fillable> => {
      const actor = request.requireActor();
      const form = found(await open(actor.owner, request.params.form));
      request.must("record.create", creation(await app.directory.of(actor.owner), actor, form));
      return fillable(app.acting, actor, form, app.newId(), now());
    },
  );

  app.post<{ Params: { form: string }; Body: FactsRequest }>(
    "/api/v1/forms/:form/facts",
    { config: { policy: "record.read" }, schema: { params, body: ref("factsRequest"), response: answers({ 200: { type: "object" } }) } },
    async (request) => {
      const actor = request.requireActor();
      const { answers: given, record: id, organization } = request.body;
      const order = { actor, answers: given as Record<string, unknown>, today: bangkokDate(now()), now: now() };
      const there = id === undefined ? undefined : await readRecord(app.storage, app.definitions, actor.owner, id);
      if (there && there.record.form === request.params.form) {
        request.must("record.read", there.subject);
        const form = bounded(there.record.sealed ? there.forms.own : there.forms.newest, order.answers);
        return { ...(await resolveFacts(app.acting, { ...order, form, record: there.record, recordId: there.record.id })) };
      }
      const form = found(await open(actor.owner, request.params.form));
      request.must("record.create", creation(await app.directory.of(actor.owner), actor, form, organization));
      bounded(form, order.answers);
      return { ...(await resolveFacts(app.acting, { ...order, form, record: null, recordId: id ?? app.newId(), organization })) };
    },
  );

  app.get<{ Params: { form: string }; Querystring: ListQuery }>(
    "/api/v1/forms/:form/records",
    { config: { policy: "record.list" }, schema: { params, querystring: listQuery, response: answers({ 200: ref("recordList") }, 400) } },
    async (request): Promise<RecordList> => {
      const actor = request.requireActor();
      const { form, head } = found(await app.definitions.newestForm(actor.owner, request.params.form));
      const scopes = reach(actor, form.access);
      const author = scopes[0]?.startsWith("account:") ? actor.account : "";
      request.must("record.list", { owner: actor.owner, unit: scopes.slice(0, 1), author, access: form.access });
      const facts = { today: bangkokDate(now()), lookups: {}, labels: {}, codes: await codesFor(app.definitions, actor.owner, form) };
      const reading = await app.reading(actor);
      const listed = await listForm(reading, form, readUnder(scopes, reading.snapshot.unit(form.owner)), request.query);
      const create = !head.retired && (await mayCreate(app.acting, actor, form));
      return {
        columns: listColumns(form),
        filters: listFilters(form, facts),
        ...listed,
        ...(form.list.lead === undefined ? {} : { lead: form.list.lead }),
        form: { id: form.id, title: form.title, create, ...(form.icon === undefined ? {} : { icon: form.icon }) },
      };
    },
  );
}
