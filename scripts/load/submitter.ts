// Somebody who signs in and submits problem reports, as the page does: an id made once, and the same request again until it is answered.
import { ulid } from "ulid";
import type { Action, ActionDone, Fillable, Session } from "../../schemas/types.js";

/** What one try of a request came to; nothing when nobody answered. */
export type Answer = { status: number; body: unknown } | undefined;

/** Whether an answer says that it is done, now or before. */
export const isDone = (answer: Answer): answer is { status: number; body: ActionDone } => answer?.status === 200 || answer?.status === 201;

interface Field {
  id: string;
  name: string;
}

export class Submitter {
  owner = "";
  #cookie = "";
  #csrf = "";
  #fields = new Map<string, string>();
  #release = "";
  #type = "";

  constructor(
    readonly url: string,
    readonly username: string,
    readonly password: string,
  ) {}

  async signIn(): Promise<void> {
    const answer = await fetch(`${this.url}/api/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: this.username, password: this.password }),
    });
    if (!answer.ok) throw new Error(`${this.username} cannot sign in: ${answer.status} ${await answer.text()}`);
    this.#cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const session = (await answer.json()) as Session;
    this.#csrf = session.csrf;
    this.owner = session.actor.owner;
  }

  get headers(): Record<string, string> {
    return { cookie: this.#cookie, "x-csrf": this.#csrf, "content-type": "application/json" };
  }

  async openForm(): Promise<void> {
    const fillable = await this.get<Fillable>("/api/v1/forms/problem-report");
    const form = fillable.form as { fields: Field[]; release: string };
    this.#fields = new Map(form.fields.map(({ id, name }) => [name, id]));
    this.#release = form.release;
    this.#type = fillable.submit[0]!.id;
  }

  /** A new report, ready to be sent any number of times. */
  action(detail: string): Action {
    const answers = { kind: "fault", code: "p15", detail, severity: "slow", people: 3 };
    return {
      id: ulid(),
      type: this.#type,
      record: ulid(),
      form: "problem-report",
      release: this.#release,
      base: 0,
      changes: Object.entries(answers).map(([name, to]) => ({ path: this.#fields.get(name)!, to })),
      madeAt: new Date().toISOString(),
      device: "load",
    };
  }

  /** A change of a report by who may handle it: the day on which it was solved. */
  correction({ record, rev }: ActionDone, solved: string): Action {
    const path = this.#fields.get("fixed_at")!;
    return { id: ulid(), type: "edit", record, base: rev, changes: [{ path, to: solved }], madeAt: new Date().toISOString(), device: "load" };
  }

  /** One try. */
  async send(action: Action): Promise<Answer> {
    try {
      const answer = await fetch(`${this.url}/api/v1/actions`, { method: "POST", headers: this.headers, body: JSON.stringify(action) });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return undefined;
    }
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.url + path, { headers: this.headers });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
