// Checks every row of a sheet before anything is sent, in slices, so that the page stays alive: what is right, what is doubtful and what is wrong.
import type { Change, OrganizationView, Text } from "../../../schemas/types.js";
import { clock } from "../../ui/clock.js";
import {
  begunAnswers,
  type Check,
  type CompiledForm,
  type Facts,
  importProblem,
  isProblem,
  type Place,
  placeNamed,
  type RowColumn,
  type RowProblem,
  readRow,
} from "../engine.js";
import type { SheetRow } from "../read-sheet.js";
import { digest } from "./digest.js";

/** To whom the records belong: all to one, or each to the organization that its cell names. */
export type Belonging = { place: string } | { column: number };

export interface CheckedRow extends SheetRow {
  changes: Change[];
  place: string | undefined;
  digest: string;
  problems: RowProblem[];
}

export interface Checked {
  good: CheckedRow[];
  /** They may be imported, once the person says so. */
  doubtful: CheckedRow[];
  wrong: CheckedRow[];
}

export interface Checking {
  form: CompiledForm;
  facts: Facts;
  columns: RowColumn[];
  header: readonly string[];
  rows: readonly SheetRow[];
  belonging: Belonging;
  places: readonly Place[];
  tree: readonly OrganizationView[];
  check: Check;
  /** Digests of rows that were imported from here before. */
  before: ReadonlySet<string>;
}

/** A frame at 60 a second leaves so much. */
const slice = 12;

/** Undefined when it was broken off. `tell` hears how many rows are done. */
export async function checkRows(checking: Checking, tell: (done: number) => void, stopped: () => boolean): Promise<Checked | undefined> {
  const checked: Checked = { good: [], doubtful: [], wrong: [] };
  const reader = new RowReader(checking);
  for (let at = 0; at < checking.rows.length; ) {
    for (const until = clock.now() + slice; at < checking.rows.length && clock.now() < until; at++) {
      const row = reader.read(checking.rows[at]!);
      const wrong = row.problems.some(({ problem }) => problem.level !== "warn");
      (wrong ? checked.wrong : row.problems.length ? checked.doubtful : checked.good).push(row);
    }
    tell(at);
    await clock.wait(0);
    if (stopped()) return undefined;
  }
  return checked;
}

class RowReader {
  /** The first row that says so, by its digest. */
  private readonly seen = new Map<string, number>();
  /** What is known of each place: worked out once. */
  private readonly known = new Map<string | undefined, { facts: Facts; begun: Record<string, unknown> }>();
  private readonly named = new Map<string, ReturnType<typeof placeNamed>>();

  constructor(private readonly checking: Checking) {}

  read(row: SheetRow): CheckedRow {
    const { form, columns, check, before } = this.checking;
    const { place, problems } = this.placeOf(row);
    const read = readRow(form, columns, row.cells, { ...this.at(place), check });
    const sum = digest(JSON.stringify([place, read.changes]));
    problems.push(...read.problems);
    if (!problems.length) {
      const line = this.seen.get(sum);
      if (line !== undefined) problems.push({ problem: importProblem("import.same-row", { line }, undefined, { level: "warn" }) });
      else if (before.has(sum)) problems.push({ problem: importProblem("import.before", {}, undefined, { level: "warn" }) });
    }
    if (!this.seen.has(sum)) this.seen.set(sum, row.line);
    return { ...row, changes: read.changes, place, digest: sum, problems };
  }

  private placeOf({ cells }: SheetRow): { place: string | undefined; problems: RowProblem[] } {
    const { belonging, header, places } = this.checking;
    if ("place" in belonging) return { place: belonging.place || undefined, problems: [] };
    const { column } = belonging;
    const text = (cells[column] ?? "").trim();
    if (!text) return { place: undefined, problems: [{ at: column, problem: importProblem("import.organization-empty", { column: header[column] }) }] };
    const found = this.named.get(text) ?? placeNamed(text, places);
    this.named.set(text, found);
    return isProblem(found) ? { place: undefined, problems: [{ at: column, problem: found }] } : { place: found.id, problems: [] };
  }

  private at(place: string | undefined): { facts: Facts; begun: Record<string, unknown> } {
    const known = this.known.get(place);
    if (known) return known;
    const { form } = this.checking;
    const facts = factsAt(this.checking, place);
    const made = { facts, begun: begunAnswers(form, facts) };
    this.known.set(place, made);
    return made;
  }
}

/** The facts as they are at that place. What is looked up in other records depends on the row: the server looks. */
function factsAt({ facts, tree }: Checking, place: string | undefined): Facts {
  const [own, ...ancestors] = above(tree, place);
  return {
    ...facts,
    lookups: {},
    partial: true,
    ...(own && { organization: { ...part(own), ancestors: ancestors.map(part) } }),
  };
}

const part = ({ id, kind, name }: OrganizationView): { id: string; kind: string; name: Text } => ({ id, kind, name });

/** An organization and all above it. */
export function above(tree: readonly OrganizationView[], id: string | undefined): OrganizationView[] {
  const found = tree.find((one) => one.id === id);
  return found ? [found, ...above(tree, found.parent)] : [];
}
