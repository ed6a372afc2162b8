// Puts the server together: what every request passes through first, then the capabilities in the order of the tree.
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import type { Config } from "../schemas/types.js";
import { installAccounts } from "./accounts/install.js";
import accountRoutes from "./accounts/routes.js";
import { installDefinitions } from "./definitions/install.js";
import definitionRoutes from "./definitions/routes.js";
import { installDocuments } from "./documents/install.js";
import documentRoutes from "./documents/routes.js";
import { installEffects } from "./effects/install.js";
import { installEvents } from "./events/install.js";
import eventRoutes from "./events/routes.js";
import fileRoutes from "./files/routes.js";
import inboxRoutes from "./inbox/routes.js";
import liveRoutes from "./live/routes.js";
import menuRoutes from "./menus/routes.js";
import { installOperations } from "./operations/install.js";
import operationRoutes from "./operations/routes.js";
import { installOrganizations } from "./organizations/install.js";
import organizationRoutes from "./organizations/routes.js";
import { documentProblems } from "./plugins/answers.js";
import { bodyLimit, installBody } from "./plugins/body.js";
import { installClient } from "./plugins/client.js";
import type { Clock } from "./plugins/clock.js";
import { installHeaders } from "./plugins/headers.js";
import { newUlid } from "./plugins/ids.js";
import { installLimits } from "./plugins/limits.js";
import { installOpenapi } from "./plugins/openapi.js";
import { answerUnreadable, installProblems } from "./plugins/problems.js";
import { installSchemas } from "./plugins/schemas.js";
import { answerUnreadableSocket } from "./plugins/unreadable.js";
import { installPolicy } from "./policy/install.js";
import publishingRoutes from "./publishing/routes.js";
import { installRecords } from "./records/install.js";
import recordRoutes from "./records/routes.js";
import { installReports } from "./reports/install.js";
import reportRoutes from "./reports/routes.js";
import type { Storage } from "./storage/port.js";
import templateRoutes from "./templates/routes.js";

/** In the order of the tree. */
const capabilities = [
  fileRoutes,
  eventRoutes,
  organizationRoutes,
  accountRoutes,
  liveRoutes,
  definitionRoutes,
  recordRoutes,
  publishingRoutes,
  menuRoutes,
  inboxRoutes,
  documentRoutes,
  templateRoutes,
  reportRoutes,
  operationRoutes,
];

declare module "fastify" {
  interface FastifyInstance {
    storage: Storage;
    config: Config;
    newId(): string;
  }
}

export interface AppOptions {
  config: Config;
  storage: Storage;
  clock: Clock;
  newId?: () => string;
  /** The built client; nothing is served when it is absent. */
  clientDir?: string;
  /** Called before any route exists; tests put their watchers here. */
  before?: (app: FastifyInstance) => void;
}

/** The server, ready to listen or to be injected into. Closing it does not close the storage. */
export async function buildApp({ config, storage, clock, newId, clientDir, before }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: config.LOG === "silent" ? false : { level: config.LOG ?? "info", redact: ["req.headers.cookie", "req.headers['x-csrf']"] },
    bodyLimit,
    genReqId: () => newUlid(0).slice(-10),
    trustProxy: config.PUBLIC_URL ? "loopback" : false,
    // One line a request is for whoever looks for something; ordinary days are quiet.
    logController: new LogController({ disableRequestLogging: config.LOG !== "debug" }),
    requestTimeout: 60_000,
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerUnreadableSocket,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });
  app.decorate("storage", storage);
  app.decorate("clock", clock);
  app.decorate("config", config);
  app.decorate("newId", newId ?? (() => newUlid(clock.now())));
  before?.(app);

  installSchemas(app);
  installBody(app);
  installProblems(app);
  documentProblems(app);
  await installHeaders(app, config.PUBLIC_URL?.startsWith("https:") ?? false);
  await app.register(cookie);
  await installLimits(app, config.RATE_LIMIT ?? 1200);
  installEvents(app);
  installOrganizations(app);
  installAccounts(app);
  installPolicy(app);
  installDefinitions(app);
  installRecords(app);
  installDocuments(app);
  installReports(app);
  installEffects(app);
  installOperations(app);
  await installOpenapi(app);

  for (const capability of capabilities) await app.register(capability);
  if (clientDir) await installClient(app, clientDir);
  return app;
}
