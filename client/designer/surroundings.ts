// What an author chooses from besides the form itself: lists of the LAO, other forms, workflows, the duties of its positions.
import type {
  Actor,
  CodeRow,
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

interface Spoken {
  form: FormDefinition;
  workflow: WorkflowDefinition;
}

export class Surroundings {
  /** The rows of lists that were asked for and are there. */
  rows: ReadonlyMap<string, CodeRow[]> = new Map();
  lists: Option[] = [];
  forms: Option[] = [];
  workflows: Option[] = [];
  reports: Option[] = [];
  documents: Option[] = [];
  /** What each form's copy names: the steps it follows, the documents it prints. */
  uses: { form: string; workflow?: string; documents: string[] }[] = [];
  menus: (Option & { changed: boolean })[] = [];
  positions: PositionView[] = [];
  organizations: OrganizationView[] = [];
  /** Everybody who holds a position today. */
  people: Actor[] = [];
  private names = new Map<string, Text>();
  private readonly asked = new Set<string>();
  private readonly copies = new Map<string, Promise<unknown>>();
  private readonly here = new Map<string, unknown>();
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
    this.documents = of("document");
    this.uses = (definitions?.items ?? []).flatMap(({ kind, id, workflow, documents = [], retired }) =>
      kind === "form" && !retired ? [{ form: id, ...(workflow === undefined ? {} : { workflow }), documents }] : [],
    );
    this.menus = (definitions?.items ?? []).flatMap(({ kind, id, title, changed, retired }) =>
      kind === "menu" && !retired ? [{ id, title: say(title), changed: changed === true }] : [],
    );
    this.people = castOf(positions?.items ?? [], this.organizations, session.current?.actor.owner ?? "", bangkokDate(clock.now()));
    this.positions = positions?.items ?? [];
    this.duties = (positions?.items ?? []).flatMap(({ duties }) => duties);
  }

  /** A position as people know it: its title and where it is. */
  positionWords({ title, organization }: PositionView): string {
    const place = say(this.names.get(organization));
    return place && !say(title).includes(place) ? `${say(title)} · ${place}` : say(title);
  }

  /** The working copy of a definition that this one speaks of; asked for once, undefined where it cannot be read. */
  copy<K extends keyof Spoken>(kind: K, id: string): Promise<Spoken[K] | undefined> {
    const key = `${kind}/${id}`;
    const asked =
      this.copies.get(key) ??
      api.get<WorkingCopy>(`/definitions/${kind}/${encodeURIComponent(id)}`).then(
        ({ definition }) => {
          this.here.set(key, definition);
          return definition;
        },
        () => undefined,
      );
    this.copies.set(key, asked);
    return asked as Promise<Spoken[K] | undefined>;
  }

  /** Brings several; whether something was asked for. */
  async bring(kind: keyof Spoken, ids: readonly string[]): Promise<boolean> {
    const missing = [...new Set(ids)].filter((id) => !this.copies.has(`${kind}/${id}`));
    await Promise.all(missing.map((id) => this.copy(kind, id)));
    return missing.length > 0;
  }

  /** One that was brought. */
  brought<K extends keyof Spoken>(kind: K, id: string): Spoken[K] | undefined {
    return this.here.get(`${kind}/${id}`) as Spoken[K] | undefined;
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

  /** The forms that name a workflow, as they are being written. */
  async formsOf(workflow: string): Promise<FormDefinition[]> {
    const named = this.uses.filter((one) => one.workflow === workflow);
    const copies = await Promise.all(named.map(({ form }) => this.copy("form", form)));
    return copies.flatMap((form) => (form?.workflow === workflow && form.schema?.properties ? [form] : []));
  }
}
