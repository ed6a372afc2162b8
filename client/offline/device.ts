// A name for this device, made once: history says from where something was sent.
import { newId } from "../ui/new-id.js";

const key = "device";

export function device(): string {
  const known = localStorage.getItem(key);
  if (known) return known;
  const made = newId();
  localStorage.setItem(key, made);
  return made;
}
