// `npm run bench`: installs what is missing and runs scripts/bench/main.ts.
import { install, run } from "./steps.mjs";

install(true);
run("npx", ["tsx", "scripts/bench/main.ts"]);
