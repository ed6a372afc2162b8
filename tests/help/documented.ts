// Watches every answer of the server in tests: its status must be documented by its route, and its body must be as documented.
import type { FastifyInstance } from "fastify";

type Content = Record<string, { schema?: object }>;
type Documented = Record<string, { content?: Content } & Record<string, unknown>>;

/** What was answered outside the documentation; a test that leaves something here fails. */
export type Undocumented = string[];

/** Must be called before the routes exist. Answers that are streams are checked by their type only. */
export function watchAnswers(app: FastifyInstance, undocumented: Undocumented): void {
  const checks = new Map<object, (value: unknown) => string[]>();
  app.addHook("onSend", async (request, reply, payload) => {
    const type = String(reply.getHeader("content-type") ?? "").split(";")[0]!;
    const say = (what: string) => undocumented.push(`${request.method} ${request.routeOptions.url ?? request.url} ${reply.statusCode}: ${what}`);
    const responses = request.routeOptions.schema?.response as Documented | undefined;
    const documented = responses?.[reply.statusCode];
    const schema =
      request.routeOptions.url === undefined || !responses
        ? reply.statusCode >= 400
          ? { $ref: "problem.schema.json" }
          : undefined
        : schemaOf(documented, type);
    if (schema === undefined) {
      if (responses) say(documented ? `type ${type || "none"} is not documented` : "is not documented");
    } else if (schema !== "any" && typeof payload === "string") {
      if (!checks.has(schema)) checks.set(schema, app.check(schema));
      const complaints = checks.get(schema)!(JSON.parse(payload));
      if (complaints.length > 0) say(complaints.join("; "));
    }
    return payload;
  });
}

function schemaOf(documented: Documented[string] | undefined, type: string): object | "any" | undefined {
  if (!documented) return undefined;
  if (!documented.content) return documented.type === "null" || documented.type === "object" ? "any" : documented;
  if (documented.content["*/*"]) return "any";
  const content = documented.content[type];
  return content && (type.includes("json") ? content.schema : "any");
}
