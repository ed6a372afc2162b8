// How offices write yes and no in the cells of a sheet.

const yes = new Set(["ใช่", "มี", "จริง", "yes", "y", "true", "✓", "✔", "☑", "/", "1"]);
const no = new Set(["ไม่ใช่", "ไม่มี", "ไม่", "เท็จ", "no", "n", "false", "✗", "✘", "☐", "x", "×", "0"]);

/** Undefined where it says neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}
