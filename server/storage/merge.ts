// One page out of several sorted sources: a list is read from more than one scope, and a document that stands in two of them is shown once.

export interface Line {
  k2: string;
  id: string;
}

/** Gives the lines after `after`, in order; fewer than `limit` only when there are no more. */
export type Source = (after: Line | undefined, limit: number) => Line[] | Promise<Line[]>;

export const compareText = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

const compareLines = (a: Line, b: Line): number => compareText(a.k2, b.k2) || compareText(a.id, b.id);

/** The first `limit` different ids of all sources together, after `after`. */
export async function mergeSources(sources: Source[], descending: boolean, after: Line | undefined, limit: number): Promise<Line[]> {
  const compare = descending ? (a: Line, b: Line) => compareLines(b, a) : compareLines;
  const heads = await Promise.all(sources.map(async (source) => ({ source, lines: await source(after, limit), at: 0 })));
  const merged: Line[] = [];
  let last: Line | undefined;
  while (merged.length < limit) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.at < head.lines.length && (!first || compare(head.lines[head.at]!, first.lines[first.at]!) < 0)) first = head;
    }
    if (!first) break;
    const line = first.lines[first.at]!;
    if (!last || last.id !== line.id || last.k2 !== line.k2) merged.push(line);
    last = line;
    first.at += 1;
    if (first.at === limit) Object.assign(first, { lines: await first.source(line, limit), at: 0 });
  }
  return merged;
}
