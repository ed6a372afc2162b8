// `npm start`: installs what is missing, builds what is stale, and serves the product.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale, install, root } from "./steps.mjs";

install(false);
await buildIfStale();
await import(pathToFileURL(join(root, "dist/server/main.js")).href);
