// Reads what LAOs have defined: heads, versions, and releases as compiled forms. Compiled forms are kept in memory, never stored.
import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { CodeRow } from "../../schemas/types.js";
import type { Storage } from "../storage/port.js";
import { allOf } from "./all.js";
import {
  type DefinitionKind,
  type DefinitionOf,
  definitionKinds,
  type Head,
  headId,
  type ReleaseDoc,
  readRelease,
  releaseId,
  type Version,
  versionId,
  type Working,
  workingId,
} from "./docs.js";
import type { Heads } from "./heads.js";
import { Memory } from "./memory.js";
import { simpleWorkflow } from "./simple-workflow.js";

/** Compiled forms kept at once, over all owners. */
const mostForms = 300;
const mostLists = 300;

export class Definitions {
  readonly #forms = new Memory<CompiledForm | undefined>(mostForms);
  readonly #lists = new Memory<CodeRow[]>(mostLists);

  constructor(
    readonly storage: Storage,
    readonly published: Heads,
  ) {}

  /** As it is stored at this moment: for who edits and publishes. */
  head(owner: string, kind: DefinitionKind, name: string): Promise<Head | undefined> {
    return this.storage.get<Head>("definitions", headId(owner, kind, name));
  }

  /** Everything an owner has defined, or all of some kinds, in the order of kind and id. */
  heads(owner: string, kinds: readonly DefinitionKind[] = definitionKinds): Promise<Head[]> {
    return allOf<Head>(this.storage, "definitions", { owner, kind: { $in: [...kinds] } });
  }

  async working(owner: string, kind: DefinitionKind, name: string): Promise<Record<string, unknown> | undefined> {
    return (await this.storage.get<Working>("definitions", workingId(owner, kind, name)))?.definition;
  }

  version(owner: string, kind: DefinitionKind, name: string, version: number): Promise<Version | undefined> {
    return this.storage.get<Version>("versions", versionId(owner, kind, name, version));
  }

  /** What is in use, of these kinds: published and not retired. */
  async inUse(owner: string, kinds: readonly DefinitionKind[]): Promise<Head[]> {
    return [...(await this.published.of(owner)).values()].filter(({ kind, version, retired }) => version > 0 && !retired && kinds.includes(kind));
  }

  /** The content of the newest version; undefined before the first publish. */
  async newest<K extends DefinitionKind>(owner: string, kind: K, name: string): Promise<DefinitionOf[K] | undefined> {
    const head = (await this.published.of(owner)).get(headId(owner, kind, name));
    if (!head?.version) return undefined;
    return (await this.version(owner, kind, name, head.version))?.content as DefinitionOf[K] | undefined;
  }

  releaseDoc(owner: string, release: string): Promise<ReleaseDoc | undefined> {
    return this.storage.get<ReleaseDoc>("releases", releaseId(owner, release));
  }

  /** A release as a compiled form: `leave-request@3`. */
  release(owner: string, release: string): Promise<CompiledForm | undefined> {
    return readRelease(release) ? this.#forms.once(`${owner}/${release}`, () => this.#compile(owner, release)) : Promise.resolve(undefined);
  }

  /** The newest release of a form, with its head; undefined when it has never been published. */
  async newestForm(owner: string, form: string): Promise<{ head: Head; form: CompiledForm } | undefined> {
    const head = (await this.published.of(owner)).get(headId(owner, "form", form));
    const compiled = head?.release ? await this.release(owner, `${form}@${head.release}`) : undefined;
    return head && compiled && { head, form: compiled };
  }

  /** All rows of the newest version of a code list, each with the days on which it holds. */
  async rows(owner: string, list: string): Promise<CodeRow[] | undefined> {
    const head = (await this.published.of(owner)).get(headId(owner, "codes", list));
    if (!head?.version) return undefined;
    const { version } = head;
    return this.#lists.once(`${head.id}/${version}`, async () => {
      const stored = await this.version(owner, "codes", list, version);
      return stored?.content.kind === "codes" ? stored.content.rows : [];
    });
  }

  async #compile(owner: string, release: string): Promise<CompiledForm | undefined> {
    const doc = await this.releaseDoc(owner, release);
    if (!doc) return undefined;
    const [form, workflow] = await Promise.all([
      this.version(owner, "form", doc.form, doc.formVersion),
      doc.workflow.version ? this.version(owner, "workflow", doc.workflow.id, doc.workflow.version) : undefined,
    ]);
    if (form?.content.kind !== "form" || (workflow && workflow.content.kind !== "workflow"))
      throw new Error(`Release ${release} of ${owner} names what is not there`);
    const definition = workflow?.content.kind === "workflow" ? workflow.content : simpleWorkflow;
    const compiled = compileForm(form.content, definition, { owner, version: doc.version, workflowVersion: doc.workflow.version });
    if (Array.isArray(compiled)) throw new Error(`Release ${release} of ${owner} no longer compiles: ${compiled[0]?.title.en}`);
    return compiled;
  }
}
