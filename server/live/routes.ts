// GET /api/v1/live: server-sent events. A browser that was away says the last number it has seen and gets what it missed.
import type { FastifyInstance } from "fastify";
import { answers, media } from "../plugins/answers.js";
import { every } from "../plugins/clock.js";
import noticeRoutes from "./notices.js";
import { type Screen, Screens } from "./stream.js";

const heartbeat = 25_000;
/** Bytes that a slow browser may leave unread. */
const mostUnread = 256 * 1024;

/** The open screens of this process, told of what happens until the server closes. */
function openScreens(app: FastifyInstance): Screens {
  const screens = new Screens(app);
  app.sessionEnded.add((session) => screens.endSession(session));
  app.feed.listen((event) => screens.hear(event));
  const stop = every(app.clock, heartbeat, () => void screens.beat().catch((error) => app.log.error({ err: error }, "live")));
  app.addHook("preClose", async () => {
    stop();
    screens.closeAll();
  });
  return screens;
}

export default async function liveRoutes(app: FastifyInstance): Promise<void> {
  await app.register(noticeRoutes);
  const screens = openScreens(app);
  app.get<{ Headers: { "last-event-id"?: string } }>(
    "/api/v1/live",
    { exposeHeadRoute: false, config: { policy: "event.list", rateLimit: false }, schema: { response: { ...answers({}), 200: media("text/event-stream") } } },
    async (request, reply) => {
      const actor = request.requireActor();
      await app.feed.follow(actor.owner);
      reply.hijack();
      const response = reply.raw;
      // Headers of the app's hooks were set on the reply; a hijacked one sends its own.
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
      });
      const waiting: string[] = [];
      let caught = false;
      const screen: Screen = {
        actor,
        session: request.session!.id,
        send: (text) => {
          if (!caught) waiting.push(text);
          // Whoever does not read is let go; the browser comes back and says what it has seen.
          else if (response.writableLength > mostUnread) screen.close();
          else response.write(text);
        },
        close: () => {
          remove();
          response.end();
        },
      };
      const remove = screens.add(screen);
      request.raw.on("close", remove);
      response.write("retry: 2000\n\n");
      const last = request.headers["last-event-id"];
      if (last !== undefined && /^\d{1,15}$/.test(last)) await screens.catchUp({ ...screen, send: (text) => response.write(text) }, Number(last));
      caught = true;
      for (const text of waiting) response.write(text);
    },
  );
}
