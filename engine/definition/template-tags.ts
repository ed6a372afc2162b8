// The tags of a print template: what stands between {{ and }}, with its line. Read in one pass, as a template may be long and unfriendly.

export interface Tag {
  /** `#` opens a block, `/` closes one, `^` is its other half, `>` a part from elsewhere, `&` output as it is. */
  sign: "" | "#" | "/" | "^" | ">" | "&";
  /** Name and what follows it, without the sign. */
  inside: string;
  whole: string;
  /** Where it begins, in characters. */
  at: number;
  line: number;
  unescaped: boolean;
}

export interface Tags {
  tags: Tag[];
  /** The template with its comments blanked, so that lines and places stay. */
  text: string;
  /** A tag that never ends. */
  open?: { at: number; line: number };
}

const signs = "#/^>&";

export function tagsOf(template: string): Tags {
  const tags: Tag[] = [];
  const parts: string[] = [];
  let [from, line, counted] = [0, 1, 0];
  const lineAt = (at: number): number => {
    for (; counted < at; counted++) if (template[counted] === "\n") line++;
    return line;
  };
  for (let at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
    // A backslash before the braces prints them.
    if (template[at - 1] === "\\" && template[at - 2] !== "\\") {
      parts.push(template.slice(from, at + 2));
      from = at + 2;
      continue;
    }
    const comment = /^\{\{~?!(--)?/.exec(template.slice(at, at + 6));
    const ends = comment?.[1] ? /--~?\}\}/g : /\}\}/g;
    ends.lastIndex = at + 2;
    if (!ends.exec(template)) return { tags, text: parts.join("") + template.slice(from), open: { at, line: lineAt(at) } };
    const triple = !comment && template[at + 2] === "{" && template[ends.lastIndex] === "}";
    const end = ends.lastIndex + (triple ? 1 : 0);
    const whole = template.slice(at, end);
    parts.push(template.slice(from, at), comment ? whole.replace(/[^\n]/g, " ") : whole);
    if (!comment) tags.push(tagOf(whole, at, lineAt(at)));
    from = end;
  }
  return { tags, text: parts.join("") + template.slice(from) };
}

function tagOf(whole: string, at: number, line: number): Tag {
  let [from, to] = [2, whole.length - 2];
  const unescaped = whole[from] === "{";
  while (whole[from] === "{" || whole[from] === "~") from++;
  while (whole[to - 1] === "}" || whole[to - 1] === "~") to--;
  const inside = whole.slice(from, Math.max(from, to)).trim();
  const sign = inside !== "" && signs.includes(inside[0]!) ? (inside[0] as Tag["sign"]) : "";
  return { sign, inside: sign ? inside.slice(1).trim() : inside, whole, at, line, unescaped: unescaped || sign === "&" };
}

/** The line of a place. */
export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line++;
  return line;
}
