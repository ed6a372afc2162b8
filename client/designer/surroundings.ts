// What an author chooses from besides the form itself: lists of the LAO, other forms, workflows, the duties of its positions.
import type {
  Actor,
  CodesDefinition,
  DefinitionList,
  FormDefinition,
  OrganizationTree,
  OrganizationView,
  Positions,
  PositionView,
  Text,
  WorkflowDefinition,
  WorkingCopy,
} from "../../schemas/types.js";
import { api } from "../api/api.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { say } from "../ui/words.js";
import type { Option } from "./controls.js";
import { bangkokDate, castOf } from "./engine.js";

export class Surroundings {
  rows: ReadonlyMap<string, { id: string; title: Text }[]> = new Map();
  /** Workflows that were needed whole; undefined for one that cannot be read. */
  readonly flows = new Map<string, WorkflowDefinition | undefined>();
  lists: Option[] = [];
  forms: (Option & { workflow?: string })[] = [];
  workflows: Option[] = [];
  reports: Option[] = [];
  menus: (Option & { changed: boolean })[] = [];
  positions: PositionView[] = [];
  organizations: OrganizationView[] = [];
  /** Everybody who holds a position today. */
  people: Actor[] = [];
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
    this.forms = (definitions?.items ?? []).flatMap(({ kind, id, title, retired, workflow }) =>
      kind === "form" && !retired ? [{ id, title: say(title), ...(workflow === undefined ? {} : { workflow }) }] : [],
    );
    this.workflows = of("workflow");
    this.reports = of("report");
    this.menus = (definitions?.items ?? []).flatMap(({ kind, id, title, changed, retired }) =>
      kind === "menu" && !retired ? [{ id, title: say(title), changed: changed === true }] : [],
    );
    this.organizations = tree?.items ?? [];
    this.people = castOf(positions?.items ?? [], this.organizations, session.current?.actor.owner ?? "", bangkokDate(clock.now()));
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

  /** A workflow as it is being written; whether it was not here before. */
  async needFlow(id: string): Promise<boolean> {
    if (this.flows.has(id)) return false;
    this.flows.set(id, undefined);
    const copy = await api.get<WorkingCopy>(`/definitions/workflow/${encodeURIComponent(id)}`).catch(() => undefined);
    this.flows.set(id, copy?.definition as WorkflowDefinition | undefined);
    return copy !== undefined;
  }

  /** The forms that name a workflow, as they are being written. */
  async formsOf(workflow: string): Promise<FormDefinition[]> {
    const named = this.forms.filter((form) => form.workflow === workflow);
    const copies = await Promise.all(named.map(({ id }) => api.get<WorkingCopy>(`/definitions/form/${encodeURIComponent(id)}`).catch(() => undefined)));
    return copies.flatMap((copy) => {
      const form = copy?.definition as unknown as FormDefinition | undefined;
      return form?.workflow === workflow && form.schema?.properties ? [form] : [];
    });
  }
}
