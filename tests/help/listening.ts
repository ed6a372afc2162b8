// The test server on a port of this machine, and a screen that listens to what happens.
import type { TestServer } from "./server.js";

export interface Told {
  seq: number;
  kind: string;
  id: string;
}

export interface OpenScreen {
  status: number;
  told: Told[];
  /** Waits until this many were told, or the stream ended. */
  until(count: number): Promise<Told[]>;
  /** Waits until the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

export async function listening(server: TestServer): Promise<string> {
  return server.app.listen({ port: 0, host: "127.0.0.1" });
}

/** Opens the live stream with somebody's cookie. */
export async function openScreen(url: string, cookie: string, lastEventId?: number): Promise<OpenScreen> {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/v1/live`, {
    headers: { cookie: `session=${cookie}`, ...(lastEventId !== undefined && { "last-event-id": String(lastEventId) }) },
    signal: stop.signal,
  });
  const told: Told[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  // A refused stream is over before it begins.
  let over = response.status !== 200;
  const check = () => {
    for (const one of waiting) if (over || told.length >= one.count) one.go();
  };
  const read = async () => {
    let text = "";
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split("\n\n");
        text = parts.pop()!;
        for (const part of parts) {
          const data = /^data: (.*)$/m.exec(part)?.[1];
          if (data) told.push(JSON.parse(data) as Told);
        }
        check();
      }
    } catch {
      // The connection was cut: that is an end too.
    }
    over = true;
    check();
  };
  const ended = response.status === 200 ? read() : Promise.resolve();
  return {
    status: response.status,
    told,
    ended,
    until: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, go: () => resolve(told) });
        check();
      }),
    close: () => stop.abort(),
  };
}
