// An id for a new definition: short, and free among those of the LAO. People never read it; addresses and exports do.

export function freeId(stem: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
