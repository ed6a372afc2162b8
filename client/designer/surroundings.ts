// What an author chooses from besides the form itself: lists of the LAO, other forms, workflows, the duties of its positions.
import type { CodesDefinition, DefinitionList, OrganizationTree, Positions, PositionView, Text } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { say } from "../ui/words.js";
import type { Option } from "./controls.js";

export class Surroundings {
  rows: ReadonlyMap<string, { id: string; title: Text }[]> = new Map();
  lists: Option[] = [];
  forms: Option[] = [];
  workflows: Option[] = [];
  reports: Option[] = [];
  documents: Option[] = [];
  /** What each form's copy names: the steps it follows, the documents it prints. */
  uses: { form: string; workflow?: string; documents: string[] }[] = [];
  menus: (Option & { changed: boolean })[] = [];
  positions: PositionView[] = [];
  private names = new Map<string, Text>();
  duties: string[] = [];

  /** Reads them; what cannot be read is simply not offered. */
  async read(): Promise<void> {
    const [definitions, positions, tree] = await Promise.all([
      api.get<DefinitionList>("/definitions").catch(() => undefined),
      api.get<Positions>("/positions").catch(() => undefined),
      api.get<OrganizationTree>("/organizations").catch(() => undefined),
    ]);
    this.names = new Map((tree?.items ?? []).map(({ id, name }) => [id, name]));
    const of = (kind: string): Option[] =>
      (definitions?.items ?? []).filter((one) => one.kind === kind && !one.retired).map(({ id, title }) => ({ id, title: say(title) }));
    this.lists = of("codes");
    this.forms = of("form");
    this.workflows = of("workflow");
    this.reports = of("report");
    this.documents = of("document");
    this.uses = (definitions?.items ?? []).flatMap(({ kind, id, workflow, documents = [], retired }) =>
      kind === "form" && !retired ? [{ form: id, ...(workflow === undefined ? {} : { workflow }), documents }] : [],
    );
    this.menus = (definitions?.items ?? []).flatMap(({ kind, id, title, changed, retired }) =>
      kind === "menu" && !retired ? [{ id, title: say(title), changed: changed === true }] : [],
    );
    this.positions = positions?.items ?? [];
    this.duties = (positions?.items ?? []).flatMap(({ duties }) => duties);
  }

  /** A position as people know it: its title and where it is. */
  positionWords({ title, organization }: PositionView): string {
    const place = say(this.names.get(organization));
    return place && !say(title).includes(place) ? `${say(title)} · ${place}` : say(title);
  }

  /** The rows of these lists, for the slots of rules. */
  async need(codes: readonly string[]): Promise<boolean> {
    const missing = codes.filter((id) => !this.rows.has(id));
    if (!missing.length) return false;
    const found = await Promise.all(missing.map((id) => api.get<CodesDefinition>(`/codes/${encodeURIComponent(id)}`).catch(() => undefined)));
    this.rows = new Map([
      ...this.rows,
      ...missing.map((id, at) => [id, (found[at]?.rows ?? []).map((row) => ({ id: String(row.id), title: row.title as Text }))] as const),
    ]);
    return true;
  }
}
