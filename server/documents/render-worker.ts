// The rendering worker: takes a job, answers it, and knows nothing else. Started by templating.ts, ended when it overruns.
import { parentPort } from "node:worker_threads";
import type { RenderJob } from "./render-job.js";
import { run } from "./sandbox.js";

parentPort?.on("message", (job: RenderJob) => parentPort?.postMessage({ id: job.id, ...run(job) }));
parentPort?.postMessage("ready");
