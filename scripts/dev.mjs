// `npm run dev`: the server restarts on change, the client reloads on change. Both end with this program.
import { begin, install } from "./steps.mjs";

install(true);
const env = { ...process.env, PORT: process.env.PORT ?? "8080" };
const children = [
  begin("npx", ["tsx", "watch", "--clear-screen=false", "server/main.ts"], { env }),
  begin("npx", ["vite", "--config", "client/vite.config.ts"], { env: { ...env, API: `http://127.0.0.1:${env.PORT}` } }),
];
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
await Promise.race(children.map((child) => new Promise((resolve) => child.on("exit", resolve))));
stop();
