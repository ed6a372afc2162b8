// What a list is showing, as the address says it, so that a reload, a link and the way back show the same; and the request it makes.
export interface ListView {
  q: string;
  /** Chosen option by field name. */
  filter: Record<string, string>;
  /** A field, with `-` before it for descending; empty for the form's own order. */
  sort: string;
}

const filterPrefix = "f.";

export function fromAddress(query: URLSearchParams): ListView {
  const filter = Object.fromEntries(
    [...query].filter(([name]) => name.startsWith(filterPrefix)).map(([name, value]) => [name.slice(filterPrefix.length), value]),
  );
  return { q: query.get("q") ?? "", filter, sort: query.get("sort") ?? "" };
}

/** The query part of the address, `?` included; empty when nothing is chosen. */
export function toAddress({ q, filter, sort }: ListView): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const [name, value] of Object.entries(filter).sort()) if (value) query.set(filterPrefix + name, value);
  if (sort) query.set("sort", sort);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** The parameters of the request: filters as the small filter language of the server. */
export function toRequest({ q, filter, sort }: ListView, after?: string): Record<string, string | undefined> {
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return { q: q.trim() || undefined, filter: Object.keys(chosen).length ? JSON.stringify(chosen) : undefined, sort: sort || undefined, after };
}

/** Pressing the head of a column: descending first (the newest, the most), then ascending, then the form's own order. */
export function nextSort(current: string, column: string): string {
  if (current === `-${column}`) return column;
  if (current === column) return "";
  return `-${column}`;
}

/** What the head of a column says to assistive tools. */
export function sortOf(current: string, column: string): "ascending" | "descending" | "none" {
  if (current === column) return "ascending";
  return current === `-${column}` ? "descending" : "none";
}
