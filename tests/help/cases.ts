// People doing things with the two forms over HTTP: installs templates, fills by answers, acts. The test is the story.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import type { Action, ActionDone, Change, Fillable, RecordView, WorkingCopy } from "../../schemas/types.js";
import { type Answer, type Client, type ServerOptions, startServer, type TestServer } from "./server.js";

export type Answers = Record<string, unknown>;

export interface Cases {
  server: TestServer;
  /** A signed-in browser of this user, also after the clock went past the end of an earlier session. */
  as(username: string): Promise<Client>;
  /** The compiled form as this person fills it. */
  form(username: string, form: string): Promise<CompiledForm>;
  /** The action that makes a record of these answers, not sent yet. */
  fill(username: string, form: string, answers: Answers, more?: Partial<Action>): Promise<Action>;
  /** Makes a record; the answer of the server. */
  submit(username: string, form: string, answers: Answers, more?: Partial<Action>): Promise<Answer<ActionDone>>;
  /** Makes a record that must be accepted; its id. */
  submitted(username: string, form: string, answers: Answers, more?: Partial<Action>): Promise<string>;
  view(username: string, record: string): Promise<Answer<RecordView>>;
  /** Does an action on a record as its reader sees it, with these answers changed. */
  act(username: string, record: string, type: string, more?: Partial<Action> & { answers?: Answers }): Promise<Answer<ActionDone>>;
  send(username: string, action: Action): Promise<Answer<ActionDone>>;
  /** Saves and publishes a definition over what there is of it, as the administrator. */
  publish(definition: { kind: string; id: string; [more: string]: unknown }): Promise<void>;
  close(): Promise<void>;
}

/** A server with these templates installed by the administrator of municipality A. */
export async function openCases(templates: string[], options: ServerOptions = {}): Promise<Cases> {
  const server = await startServer(options);
  const admin = await server.as("lao-admin");
  for (const template of templates) {
    const installed = await admin.post(`/api/v1/templates/${template}/install`);
    if (installed.status !== 200) throw new Error(`${template}: ${installed.text}`);
  }
  const now = () => new Date(server.clock.now()).toISOString();
  const base = (type: string, record: string): Action => ({ id: server.newId(), type, record, madeAt: now() });
  const formOf = async (client: Client, form: string) => {
    const fillable = await client.get<Fillable>(`/api/v1/forms/${form}`);
    if (fillable.status !== 200) throw new Error(`${form}: ${fillable.text}`);
    return fillable.body.form as unknown as CompiledForm;
  };
  const as = async (username: string) => {
    const client = await server.as(username);
    if (client.session && Date.parse(client.session.expiresAt) <= server.clock.now()) await client.signIn(username);
    return client;
  };
  const cases: Cases = {
    server,
    as,
    form: async (username, form) => formOf(await as(username), form),
    async fill(username, form, answers, more = {}) {
      const compiled = await cases.form(username, form);
      return { ...base("submit", server.newId()), form, release: compiled.release, base: 0, changes: changesBetween(compiled, null, answers), ...more };
    },
    submit: async (username, form, answers, more) => cases.send(username, await cases.fill(username, form, answers, more)),
    async submitted(username, form, answers, more) {
      const done = await cases.submit(username, form, answers, more);
      if (done.status !== 201) throw new Error(done.text);
      return done.body.record;
    },
    view: async (username, record) => (await as(username)).get<RecordView>(`/api/v1/records/${record}?sensitive=true`),
    async act(username, record, type, { answers, ...more } = {}) {
      const { body } = await cases.view(username, record);
      const changes: Change[] = answers
        ? changesBetween(body.form as unknown as CompiledForm, body.record.answers, { ...body.record.answers, ...answers })
        : [];
      return cases.send(username, { ...base(type, record), base: body.record?.rev ?? 1, ...(changes.length ? { changes } : {}), ...more });
    },
    send: async (username, action) => (await as(username)).post<ActionDone>("/api/v1/actions", action),
    async publish(definition) {
      const admin = await as("lao-admin");
      const at = `/api/v1/definitions/${definition.kind}/${definition.id}`;
      const before = await admin.get<WorkingCopy>(at);
      const saved = await admin.put<WorkingCopy>(at, definition, { "if-match": String(before.status === 200 ? before.body.rev : 0) });
      const done = await admin.post(`${at}/publish`, {});
      if (done.status !== 200) throw new Error(`${saved.text} ${done.text}`);
    },
    close: () => server.close(),
  };
  return cases;
}

/** A problem report that lacks nothing. */
export const report: Answers = { kind: "fault", code: "p15", detail: "เปิดเมนูแล้วหน้าจอว่าง", severity: "slow", people: 3 };

/** A leave of two days that lacks nothing. */
export const leave: Answers = {
  leave_type: "personal",
  date_from: "2026-12-01",
  date_to: "2026-12-02",
  part: "full",
  reason: "ไปทำธุระที่อำเภอ",
  contact: "บ้านเลขที่ 12 หมู่ 3",
  phone: "0812345678",
  to_whom: "ผู้อำนวยการสถานศึกษา",
};
