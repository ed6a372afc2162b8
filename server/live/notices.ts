// Notices to a person: what an effect has left for them, newest first, and that they have seen it.
import type { FastifyInstance } from "fastify";
import type { Notice, Notices, Text } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { found, settle } from "../plugins/refusal.js";
import type { Doc } from "../storage/port.js";

/** As an effect stores it. */
export interface NoticeDoc extends Doc {
  account: string;
  title: Text;
  record?: string;
  at: string;
  read: boolean;
}

const query = {
  type: "object",
  additionalProperties: false,
  properties: { after: { type: "string", maxLength: 1000 }, limit: { type: "integer", minimum: 1, maximum: 100, default: 30 } },
};
const params = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1, maxLength: 100 } } };
/** Unread ones are counted up to here. */
const most = 100;

const shown = ({ id, title, record, at, read }: NoticeDoc): Notice => ({ id, title, at, read, ...(record && { record }) });

export default async function noticeRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { after?: string; limit: number } }>(
    "/api/v1/notices",
    { config: { policy: "notice.list" }, schema: { querystring: query, response: answers({ 200: ref("notices") }, 400) } },
    async (request): Promise<Notices> => {
      const { account } = request.requireActor();
      const { after, limit } = request.query;
      const [page, unread] = await Promise.all([
        app.storage.find<NoticeDoc>("notices", { filter: { account }, sort: ["-at"], limit, ...(after !== undefined && { after }) }),
        app.storage.find("notices", { filter: { account, read: false }, limit: most }),
      ]);
      return { items: page.items.map(shown), unread: unread.items.length, ...(page.next !== undefined && { next: page.next }) };
    },
  );

  app.put<{ Params: { id: string } }>(
    "/api/v1/notices/:id/read",
    { config: { policy: "notice.own" }, schema: { params, response: answers({ 200: ref("notice") }) } },
    async (request): Promise<Notice> => {
      const notice = await app.storage.get<NoticeDoc>("notices", request.params.id);
      request.must("notice.own", notice ? { account: notice.account } : {});
      const doc = { ...found(notice), read: true };
      if (!notice!.read) await settle(app.storage, [{ op: "replace", collection: "notices", doc: { ...doc, rev: doc.rev + 1 }, rev: doc.rev }]);
      return shown(doc);
    },
  );
}
