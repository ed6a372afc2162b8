// What runs beside the screens once the first of them is there to be used: what is kept and sent, the state of it, and the foot of the page.
import "../offline/save-state-element.js";
import { startOffline } from "../offline/start.js";
import { startReportLink } from "./report-link.js";

export function startBeside(): void {
  startOffline();
  void startReportLink();
}
