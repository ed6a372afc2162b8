// Brings a piece of the program that loads late, with its styles. Stands for the bundler's own loader (vite.config.ts).
// Browsers may remember a failed import until the page is reloaded (whatwg/html 6768); a failed fetch they do not. So a piece is fetched first and imported only once all of it is here.

import { clock } from "./clock.js";

const here = new Map<string, Promise<unknown>>();

/** Loads a piece: `files` are what it consists of, with paths from the root. Rejects with a TypeError without reach, and may then be asked again. */
export async function bring<T>(load: () => Promise<T>, files: string[] = []): Promise<T> {
  await Promise.all(files.map(file));
  return load();
}

/** Asks for a piece that nobody waits for until it is here. */
export async function keepTrying<T>(load: () => Promise<T>): Promise<T> {
  for (let pause = 2000; ; pause = Math.min(pause * 2, 60_000)) {
    try {
      return await load();
    } catch {
      await clock.wait(pause);
    }
  }
}

function file(name: string): Promise<unknown> {
  const known = here.get(name) ?? (name.endsWith(".css") ? style : code)(`/${name}`);
  here.set(name, known);
  known.catch(() => here.delete(name));
  return known;
}

async function code(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.blob();
  if (!answer.ok) throw new TypeError(`${answer.status} ${url}`);
}

function style(href: string): Promise<unknown> {
  return new Promise((onload, failed) => {
    const link: HTMLLinkElement = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href,
      onload,
      onerror: () => {
        link.remove();
        failed(new TypeError(href));
      },
    });
    document.head.append(link);
  });
}
