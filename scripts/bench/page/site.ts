// Builds the page as the product is built and hands it out on the loopback, so that a browser loads what a user's would.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { builtPage } from "../../built-page.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const kinds: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

export async function servePage(): Promise<{ url: string; close(): void }> {
  const files = await builtPage(root);
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : request.url!;
    const body = files.get(path);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": kinds[extname(path)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
