// Acting for somebody, in the words of official letters.
import type { Text } from "../../schemas/types.js";
import { say } from "./text.js";

const words = {
  "in-charge": { th: "รักษาราชการแทน", en: "Acting for " },
  "on-behalf": { th: "ปฏิบัติราชการแทน", en: "On behalf of " },
} as const;

/** As a letter prints it under the name: “รักษาราชการแทนผู้อำนวยการโรงเรียนบ้านหนองบัว”. */
export function actingWords({ kind, position }: { kind: keyof typeof words; position: Text }): Text {
  const { th, en } = words[kind];
  return { th: th + say(position, "th"), en: en + say(position, "en") };
}
