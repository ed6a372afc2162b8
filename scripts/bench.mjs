// `npm run bench`: installs what is missing and runs scripts/bench/main.ts. Parts by name, and `--json`, are passed on.
import { install, run } from "./steps.mjs";

install(true);
run("npx", ["tsx", "scripts/bench/main.ts", ...process.argv.slice(2)]);
