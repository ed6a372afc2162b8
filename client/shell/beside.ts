// What runs beside the screens once the first of them is there to be used: what is kept and sent, the state of it, the pages of a form as steps of the history, and the foot of the page.
import "../offline/save-state-element.js";
import { startOffline } from "../offline/start.js";
import { startSteps } from "../record/steps.js";
import { startReportLink } from "./report-link.js";

export function startBeside(): void {
  startSteps();
  startOffline();
  void startReportLink();
}
