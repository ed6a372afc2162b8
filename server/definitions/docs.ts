// How definitions are stored: a small head for each, its working copy beside it, versions and releases that never change again.
import type { CodesDefinition, DocumentDefinition, FormDefinition, MenuDefinition, ReportDefinition, Text, WorkflowDefinition } from "../../schemas/types.js";
import type { Doc } from "../storage/port.js";

export const definitionKinds = ["form", "menu", "workflow", "codes", "document", "report"] as const;
export type DefinitionKind = (typeof definitionKinds)[number];
export type Definition = FormDefinition | MenuDefinition | WorkflowDefinition | CodesDefinition | DocumentDefinition | ReportDefinition;
export interface DefinitionOf {
  form: FormDefinition;
  menu: MenuDefinition;
  workflow: WorkflowDefinition;
  codes: CodesDefinition;
  document: DocumentDefinition;
  report: ReportDefinition;
}

/** What there is to know of a definition without reading it. `edit` counts the saves of the working copy. */
export interface Head extends Doc {
  kind: DefinitionKind;
  name: string;
  title: Text;
  edit: number;
  /** The newest version; 0 before the first publish. */
  version: number;
  /** The `edit` that the newest version was made of. */
  publishedEdit: number;
  /** Of a form: the newest release, and what that release names. */
  release: number;
  workflow?: string;
  documents?: string[];
  /** Of a form: what its working copy names. */
  names?: { workflow?: string; documents?: string[] };
  retired: boolean;
  updatedAt: string;
  /** Who saved it last; nobody when it came with an installation. */
  by?: { account: string; name: string };
}

/** Kept apart from its head, so that lists of definitions do not read it. */
export interface Working extends Doc {
  kind: "working";
  definition: Record<string, unknown>;
}

/** `definition` is its id, as the index of the collection has it. */
export interface Version extends Doc {
  kind: DefinitionKind;
  definition: string;
  version: number;
  content: Definition;
  at: string;
  by?: string;
  note?: string;
}

/** A form version with the exact versions of its workflow and documents. */
export interface ReleaseDoc extends Doc {
  form: string;
  /** The number of the release. */
  version: number;
  /** The version of the form's definition that it holds. */
  formVersion: number;
  workflow: { id: string; version: number };
  documents: Record<string, number>;
  at: string;
}

export const headId = (owner: string, kind: DefinitionKind, name: string): string => `${owner}/${kind}/${name}`;
export const workingId = (owner: string, kind: DefinitionKind, name: string): string => `${owner}/${kind}/${name}/working`;
export const versionId = (owner: string, kind: DefinitionKind, name: string, version: number): string => `${owner}/${kind}/${name}/${version}`;
export const releaseId = (owner: string, release: string): string => `${owner}/${release}`;

export const isKind = (kind: string): kind is DefinitionKind => (definitionKinds as readonly string[]).includes(kind);

/** The two parts of `form@version`. */
export function readRelease(release: string): { form: string; number: number } | undefined {
  const match = /^([a-z][a-z0-9-]{0,62})@([1-9]\d{0,8})$/.exec(release);
  return match ? { form: match[1]!, number: Number(match[2]) } : undefined;
}
