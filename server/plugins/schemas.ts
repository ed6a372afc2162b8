// The only importer of Ajv: checks what comes in over HTTP, and referees form answers against the published schema of their form.
// Nothing here changes data: bodies are never coerced, filled in or stripped. Queries are text, so they may become numbers.
import { Ajv2020, type Options, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifyInstance, FastifySchema } from "fastify";
import { compilePattern } from "../../engine/expression/pattern.js";
import action from "../../schemas/action.schema.json" with { type: "json" };
import actor from "../../schemas/actor.schema.json" with { type: "json" };
import api from "../../schemas/api.schema.json" with { type: "json" };
import codes from "../../schemas/codes.schema.json" with { type: "json" };
import common from "../../schemas/common.schema.json" with { type: "json" };
import config from "../../schemas/config.schema.json" with { type: "json" };
import document from "../../schemas/document.schema.json" with { type: "json" };
import event from "../../schemas/event.schema.json" with { type: "json" };
import form from "../../schemas/form.schema.json" with { type: "json" };
import menu from "../../schemas/menu.schema.json" with { type: "json" };
import problem from "../../schemas/problem.schema.json" with { type: "json" };
import record from "../../schemas/record.schema.json" with { type: "json" };
import report from "../../schemas/report.schema.json" with { type: "json" };
import workflow from "../../schemas/workflow.schema.json" with { type: "json" };

const contract = { action, actor, api, codes, common, config, document, event, form, menu, problem, record, report, workflow };

const options: Options = { allErrors: false, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, inlineRefs: false };

function knowing(more: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ ...options, ...more });
  addFormats.default(ajv);
  for (const [name, schema] of Object.entries(contract)) ajv.addSchema(schema, `${name}.schema.json`);
  return ajv;
}

/** Checks a value against a schema that may refer to those of schemas/; returns what is wrong, in Ajv's words. */
export type Check = (value: unknown) => string[];

const asCheck =
  (validate: ValidateFunction): Check =>
  (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);

declare module "fastify" {
  interface FastifyInstance {
    /** Compiles a schema of the HTTP interface. */
    check(schema: object): Check;
  }
}

/** Gives the app its schemas: bodies are checked as they are, queries and parameters may be coerced. */
export function installSchemas(app: FastifyInstance): void {
  const bodies = knowing();
  const queries = knowing({ coerceTypes: true, useDefaults: true });
  for (const [name, schema] of Object.entries(contract)) app.addSchema({ ...schema, $id: `${name}.schema.json` });
  app.setValidatorCompiler<FastifySchema & object>(({ schema, httpPart }) => {
    const validate = (httpPart === "body" ? bodies : queries).compile(schema);
    return (value: unknown) => (validate(value) ? { value } : { error: Object.assign(new Error("invalid"), { validation: validate.errors ?? [] }) as Error });
  });
  // Answers go out as handlers made them: a serializer that drops unknown members would hide mistakes. Tests check every answer.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.decorate("check", (schema: object) => asCheck(bodies.compile(schema)));
}

/** Patterns as Ajv asks for them, on our own linear matcher: no pattern of a form can hang the server. */
const linear = Object.assign(
  (source: string) => {
    const pattern = compilePattern(source);
    if ("test" in pattern) return pattern as unknown as RegExp;
    throw new Error(`not in our dialect: ${source}`);
  },
  { code: "linear" },
);

/** The referee of stored records: a published schema becomes a function from answers to complaints. Nothing is coerced, filled in or removed. */
export function referee(schema: Record<string, unknown>): Check {
  const ajv = new Ajv2020({ ...options, allErrors: true, code: { regExp: linear } });
  addFormats.default(ajv);
  return asCheck(ajv.compile(schema));
}
