// `npm run faults`: installs what is missing and runs scripts/faults/main.ts.
import { install, run } from "./steps.mjs";

install(true);
run("npx", ["tsx", "scripts/faults/main.ts", ...process.argv.slice(2)]);
