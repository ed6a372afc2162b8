// Whether each part that people depend on answers, and which one does not, in words for whoever keeps it running.
import type { FastifyInstance } from "fastify";
import type { Health, Text } from "../../schemas/types.js";
import { version } from "../config/version.js";

/** What is looked at, in order; the first that fails is named. */
const parts = (app: FastifyInstance): { part: string; title: Text; works: () => Promise<unknown> }[] => [
  {
    part: "storage",
    title: {
      th: "ฐานข้อมูลไม่ตอบ โปรดตรวจว่าดิสก์ไม่เต็ม โฟลเดอร์ข้อมูลเขียนได้ หรือเครื่อง MongoDB ทำงานอยู่",
      en: "The database does not answer. Check that the disk is not full, that the data folder can be written to, or that MongoDB is running.",
    },
    works: () => app.storage.check(),
  },
  {
    part: "files",
    title: { th: "ที่เก็บไฟล์แนบไม่ตอบ โปรดตรวจโฟลเดอร์ข้อมูล", en: "The store of attached files does not answer. Check the data folder." },
    works: () => app.storage.files.has("0".repeat(64)),
  },
];

export async function health(app: FastifyInstance): Promise<Health> {
  const { kind: storage } = app.storage;
  for (const { part, title, works } of parts(app)) {
    try {
      await works();
    } catch (error) {
      app.log.error({ err: error, part }, "health");
      return { status: "failing", storage, version, failing: { part, title } };
    }
  }
  return { status: "ok", storage, version };
}
