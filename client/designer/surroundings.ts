// What an author chooses from besides the form itself: lists of the LAO, other forms, workflows, the duties of its positions.
import type {
  CodeRow,
  CodesDefinition,
  DefinitionList,
  OrganizationTree,
  OrganizationView,
  Positions,
  PositionView,
  Text,
  WorkflowDefinition,
  WorkingCopy,
} from "../../schemas/types.js";
import { api } from "../api/api.js";
import { say } from "../ui/words.js";
import type { Option } from "./controls.js";
import { checkDefinition } from "./engine.js";

export class Surroundings {
  /** The rows of lists that were asked for and are there. */
  rows: ReadonlyMap<string, CodeRow[]> = new Map();
  lists: Option[] = [];
  forms: Option[] = [];
  workflows: Option[] = [];
  reports: Option[] = [];
  menus: (Option & { changed: boolean })[] = [];
  positions: PositionView[] = [];
  organizations: OrganizationView[] = [];
  private names = new Map<string, Text>();
  private readonly asked = new Set<string>();
  private readonly written = new Map<string, Promise<WorkflowDefinition | undefined>>();
  duties: string[] = [];

  /** Reads them; what cannot be read is simply not offered. */
  async read(): Promise<void> {
    const [definitions, positions, tree] = await Promise.all([
      api.get<DefinitionList>("/definitions").catch(() => undefined),
      api.get<Positions>("/positions").catch(() => undefined),
      api.get<OrganizationTree>("/organizations").catch(() => undefined),
    ]);
    this.organizations = tree?.items ?? [];
    this.names = new Map(this.organizations.map(({ id, name }) => [id, name]));
    const of = (kind: string): Option[] =>
      (definitions?.items ?? []).filter((one) => one.kind === kind && !one.retired).map(({ id, title }) => ({ id, title: say(title) }));
    this.lists = of("codes");
    this.forms = of("form");
    this.workflows = of("workflow");
    this.reports = of("report");
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

  /** The rows of these lists, for the slots of rules and for trying. */
  async need(codes: readonly string[]): Promise<boolean> {
    const missing = codes.filter((id) => !this.asked.has(id));
    if (!missing.length) return false;
    for (const id of missing) this.asked.add(id);
    const found = await Promise.all(missing.map((id) => api.get<CodesDefinition>(`/codes/${encodeURIComponent(id)}`).catch(() => undefined)));
    this.rows = new Map([...this.rows, ...missing.flatMap((id, at) => (found[at] ? [[id, found[at].rows] as const] : []))]);
    return true;
  }

  /** A workflow as it is written now; undefined where it cannot be read or has faults. */
  workflow(id: string): Promise<WorkflowDefinition | undefined> {
    const known = this.written.get(id);
    if (known) return known;
    const asked = api.get<WorkingCopy>(`/definitions/workflow/${encodeURIComponent(id)}`).then(
      ({ definition }) => (checkDefinition(definition).length ? undefined : (definition as unknown as WorkflowDefinition)),
      () => undefined,
    );
    this.written.set(id, asked);
    return asked;
  }
}
