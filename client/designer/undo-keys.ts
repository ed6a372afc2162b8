// Undo and redo by the keys that people know, on every bench.
import type { Kind, Workbench } from "./workbench.js";

/** Whether the key was one of them; then it is done. */
export function undoKey<K extends Kind>(event: KeyboardEvent, bench: Workbench<K>): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  event.preventDefault();
  if (key === "y" || event.shiftKey) bench.redo();
  else bench.undo();
  return true;
}
