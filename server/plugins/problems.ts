// Every error becomes an answer that says what to do: application/problem+json, by the one catalogue. Bugs are logged and told as `server.error`.
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Problem } from "../../schemas/types.js";
import { QueryRefused } from "../storage/refused.js";
import { complaintWords } from "./invalid-words.js";
import { Refusal } from "./refusal.js";

/** Sends a problem with its own status. */
export function answerProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status ?? 422)
    .type("application/problem+json")
    .send({ type: "about:blank", ...problem });
}

/** An address that the router cannot read meets no hook: it is answered here like any that leads nowhere. */
export function answerUnreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
  const problem = serverProblem("server.not-found");
  reply
    .code(404)
    .header("x-content-type-options", "nosniff")
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", ...problem }));
}

/** What the framework itself refuses, in our words. */
const known: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: serverProblem("server.media-type"),
  FST_ERR_CTP_BODY_TOO_LARGE: serverProblem("server.too-large"),
  FST_ERR_CTP_EMPTY_JSON_BODY: serverProblem("server.malformed"),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: serverProblem("server.malformed"),
  FST_ERR_BAD_URL: serverProblem("server.not-found"),
  FST_INVALID_MULTIPART_CONTENT_TYPE: serverProblem("server.media-type"),
  FST_UNDER_PRESSURE: serverProblem("server.busy"),
};

/** Where a schema's complaint points, as a JSON Pointer, and what it is. */
function invalid(error: FastifyError): Problem {
  const items = error.validation!.map(({ keyword, instancePath, params }) => {
    const key = (params?.additionalProperty ?? params?.missingProperty) as string | undefined;
    const path = key === undefined ? instancePath : `${instancePath}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const { th, en } = complaintWords(keyword, params);
    return serverProblem("server.invalid", { detail: { th: `${path || "/"} ${th}`, en: `${path || "/"} ${en}` } }, path);
  });
  return items.length === 1 ? items[0]! : { ...items[0]!, problems: items };
}

function problemOf(error: FastifyError | Refusal | QueryRefused): Problem | undefined {
  if (error instanceof QueryRefused) return error.problems[0];
  if (error instanceof Refusal) return error.problem;
  if (error.validation) return invalid(error);
  return (
    known[error.code] ??
    (error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? { ...serverProblem("server.malformed"), status: error.statusCode } : undefined)
  );
}

/** The reader went away while the answer was on its way: nothing is wrong, and nobody is left to be told. */
const hasLeft = (error: Error, { raw }: FastifyReply): boolean => "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE" && raw.destroyed;

/** Answers errors and unknown addresses of the interface. */
export function installProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => answerProblem(reply, serverProblem("server.not-found")));
  app.setErrorHandler<FastifyError | Refusal | QueryRefused>((error, request, reply) => {
    if (error instanceof Refusal) reply.headers(error.headers);
    const problem = problemOf(error);
    if (problem) return answerProblem(reply, problem);
    if (hasLeft(error, reply)) {
      request.log.debug("the reader left");
      return reply.hijack();
    }
    request.log.error({ err: error }, "server.error");
    return answerProblem(reply, serverProblem("server.error", { request: request.id }));
  });
}
