// `npm start`: installs what is missing, builds what is stale, and serves the product.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { buildIfStale, install, root } from "./steps.mjs";

install(false);
await buildIfStale();
await import(pathToFileURL(join(root, "dist/server/main.js")).href);
