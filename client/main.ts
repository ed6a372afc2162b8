// Where the client starts: who is signed in, the frame, the router; then what keeps things fresh and sends what waits.
import type { Session } from "../schemas/types.js";
import { api } from "./api/api.js";
import { OfflineError, ProblemError } from "./api/problem-error.js";
import { session } from "./api/session.js";
import { match, type Place, Router } from "./router.js";
import type { App } from "./shell/app.js";
import "./shell/app.js";
import { keepSession, keptSession } from "./shell/session-kept.js";
import { keepTrying } from "./ui/bring.js";
import { clock } from "./ui/clock.js";
import { startLanguage } from "./ui/language.js";

/** A screen that says it is ready may still be fetching the pieces of its fields. */
const aMoment = 300;

/** Asks who is signed in; without reach, whoever was here last goes on with what this device keeps. */
async function whoIsHere(): Promise<Session | null> {
  try {
    return await api.get<Session>("/sessions/current", { retries: 0 });
  } catch (error) {
    if (error instanceof OfflineError || (error instanceof ProblemError && error.status >= 500)) return keptSession();
    return null;
  }
}

/** Who is not signed in goes there first, and comes back to this place. */
function gate({ route }: Place): string | undefined {
  if (route.open || session.current) return undefined;
  const here = location.pathname + location.search;
  return here === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(here)}`;
}

async function beside(): Promise<void> {
  const [{ startOffline }, { startSteps }] = await Promise.all([
    keepTrying(() => import("./offline/start.js")),
    keepTrying(() => import("./record/steps.js")),
    keepTrying(() => import("./offline/save-state-element.js")),
  ]);
  startSteps();
  startOffline();
}

async function start(): Promise<void> {
  const app = document.querySelector<App>("tf-app")!;
  // The screen's code comes while the server says who is here.
  const { route } = match(location.href);
  void route.load().catch(() => undefined);
  if (route.frame === "full" || route.frame === "record") void import("./shell/frame.js").catch(() => undefined);
  const [who] = await Promise.all([whoIsHere(), startLanguage()]);
  keepSession();
  if (who) session.set(who);
  await app.updateComplete;
  const router = new Router(app.outlet, ({ route }) => app.arrive(route.frame, location.pathname, route.up), gate);
  // What runs beside the screens comes after the first of them is there to be used.
  app.addEventListener("tf-ready", () => clock.after(aMoment, () => void beside()), { once: true });
  await router.start();
}

void start();
