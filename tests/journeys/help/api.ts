// Somebody who speaks to the server without a browser: a program of the LAO's, or a person who tries what the page does not offer.
import type { Session } from "../../../schemas/types.js";

export interface Spoken {
  status: number;
  text: string;
}

export class Speaker {
  #cookie = "";
  #csrf = "";
  constructor(readonly url: string) {}

  async signIn(username: string, password: string): Promise<Session> {
    const answer = await fetch(`${this.url}/api/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
    this.#cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const session = (await answer.json()) as Session;
    this.#csrf = session.csrf;
    return session;
  }

  get headers(): Record<string, string> {
    return { cookie: this.#cookie, "x-csrf": this.#csrf };
  }

  async say(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Spoken> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** Says it, and insists on success. */
  async must<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const { status, text } = await this.say(method, path, body, headers);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async publish(definition: { kind: string; id: string }): Promise<void> {
    await this.must("PUT", `/api/v1/definitions/${definition.kind}/${definition.id}`, definition, { "if-match": "0" });
    await this.must("POST", `/api/v1/definitions/${definition.kind}/${definition.id}/publish`, {});
  }
}

/** Listens to the live stream until it is ended; keeps every word of it. */
export function listen(speaker: Speaker): { heard(): string; end(): void } {
  const stop = new AbortController();
  let text = "";
  const reading = (async () => {
    const answer = await fetch(`${speaker.url}/api/v1/live`, { headers: speaker.headers, signal: stop.signal });
    for await (const bytes of answer.body ?? []) text += Buffer.from(bytes).toString("utf8");
  })();
  reading.catch(() => undefined);
  return { heard: () => text, end: () => stop.abort() };
}
