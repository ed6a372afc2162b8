// The case that `act` works on: what was asked, and the record as far as it has come. Each step returns the next case, or what stands in the way.
import type { Action, ActionDefinition, Actor, Change, FormRecord, HeldPosition, Problem, Signature } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import type { ActContext, NewEffect, NewNumber } from "./act-types.js";
import type { Answers } from "./place.js";

export interface Case {
  readonly action: Action;
  readonly context: ActContext;
  /** The actor with the positions held on the day of receipt. */
  readonly actor: Actor;
  /** The version in which the record goes on. */
  readonly form: CompiledForm;
  /** The workflow's action; none for a plain edit. */
  readonly does?: ActionDefinition;
  /** In which standing the actor does it. */
  readonly as: HeldPosition | true;
  /** The record as it is stored; null for a new one. */
  readonly stored: FormRecord | null;
  /** The record as it becomes. */
  readonly record: FormRecord;
  /** The answers before, read in the version in which the record goes on. */
  readonly before: Answers;
  /** The answers as rules see them: without what is hidden. */
  readonly visible: Answers;
  /** What the rules of the form read. */
  readonly facts: Facts;
  /** Whether answers are to be worked out and checked again. */
  readonly touched: boolean;
  /** Whether the record moves on; not while signatures are missing. */
  readonly moves: boolean;
  /** Changes that applied: those that were there already are left out. */
  readonly changes: readonly Change[];
  readonly signed?: Signature;
  readonly voided: readonly Signature[];
  readonly numbers: readonly NewNumber[];
  readonly effects: readonly NewEffect[];
  /** What the form's rules find in the answers, asked as of a complete record. */
  readonly found: readonly Problem[];
  /** Doubts that the person has seen and goes on with. */
  readonly warnings: readonly Problem[];
}

/** One step of `act`. */
export type Step = (current: Case) => Case | Problem[];

/** Whether something was refused rather than done. */
export function refused(result: unknown): result is Problem[] {
  return Array.isArray(result);
}
