// `npm run dev`: the server restarts on change, the client reloads on change. Both end with this program.
import { join } from "node:path";
import { begin, install, root } from "./steps.mjs";

install(true);
const env = { ...process.env, PORT: process.env.PORT ?? "8080" };
// The programs themselves, without npx between: so they end when they are told to.
const program = (file, ...args) =>
  begin(process.execPath, [join(root, "node_modules", file), ...args], { env: { ...env, API: `http://127.0.0.1:${env.PORT}` } });
const children = [
  program("tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server/main.ts"),
  program("vite/bin/vite.js", "--config", "client/vite.config.ts", "--host", "127.0.0.1"),
];
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
await Promise.race(children.map((child) => new Promise((resolve) => child.on("exit", resolve))));
stop();
