// A position in words.
import type { HeldPosition } from "../../schemas/types.js";
import { say } from "../ui/words.js";

/** The position, and where it sits unless it says so itself. */
export function positionWords({ title, organizationName }: HeldPosition): string {
  const [words, place] = [say(title), say(organizationName)];
  return words.includes(place) ? words : `${words} ${place}`;
}
