// Found text is marked in the words of a row, as the person typed it: capitals and Thai digits do not matter.
import { html, type TemplateResult } from "lit";

const thaiDigits = "๐๑๒๓๔๕๖๗๘๙";
/** One character for one, so that places in the plain text are places in the shown one. */
const plain = (text: string): string => text.toLowerCase().replace(/[๐-๙]/g, (digit) => String(thaiDigits.indexOf(digit)));

/** The text cut into pieces; every second one was found. */
export function pieces(text: string, found: string): string[] {
  const wanted = plain(found.trim());
  const within = plain(text);
  // Some capitals grow when made small: then nothing is marked rather than the wrong letters.
  if (!wanted || within.length !== text.length) return [text];
  const cut: string[] = [];
  let from = 0;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, from)) {
    cut.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...cut, text.slice(from)];
}

/** The text with what was found marked. */
export const marked = (text: string, found: string): TemplateResult | string => {
  const cut = pieces(text, found);
  return cut.length === 1 ? text : html`${cut.map((piece, i) => (i % 2 ? html`<mark>${piece}</mark>` : piece))}`;
};
