// Signing: the actor's name under a hash of the sections. A change to what was signed voids the signature, and takes its name off the form.
import type { Signature } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { standing } from "../workflow/acting.js";
import type { Case, Step } from "./case.js";
import type { Answers } from "./place.js";
import { sealedText, signedSections } from "./seal.js";

/** Voids every signature whose words are no longer those of the form. */
export const unsign: Step = (current) => {
  const { form, record, context } = current;
  const broken = record.signatures.filter((one) => !one.void && one.hash !== context.hash(sealedText(form, record.answers, one.sections)));
  if (!broken.length) return current;
  const voided = broken.map((one) => ({ ...one, void: context.now }));
  const gone = new Set(broken.map(({ id }) => id));
  const signatures = record.signatures.map((one) => voided.find(({ id }) => id === one.id) ?? one);
  return {
    ...current,
    voided,
    record: { ...record, signatures, signing: without(record.signing, voided), answers: erased(form, record.answers, gone), sealed: isSealed(signatures) },
  };
};

/** Signs, if the action does. */
export const sign: Step = (current) => {
  const { does, form, record, action, actor, as, context } = current;
  if (!does?.sign) return current;
  const sections = signedSections(form, does.sign.sections);
  const signature: Signature = {
    id: context.newId(),
    action: does.id,
    ...(does.sign.as !== undefined && { as: does.sign.as }),
    ...(does.sign.field !== undefined && { field: does.sign.field }),
    account: actor.account,
    name: actor.name,
    person: as === true ? actor.person : (as.acting?.person ?? actor.person),
    ...standing(actor, as),
    ...(action.comment?.trim() && { comment: action.comment.trim() }),
    at: context.now,
    ...(action.signature !== undefined && { image: action.signature }),
    sections,
    hash: context.hash(sealedText(form, record.answers, sections)),
  };
  const { [does.id]: signed = [], ...others } = record.signing;
  const signing = current.moves ? others : { ...others, [does.id]: [...signed, actor.account] };
  return {
    ...current,
    signed: signature,
    record: {
      ...record,
      signatures: [...record.signatures, signature],
      signing,
      answers: written(record.answers, signature),
      sealed: true,
    },
  };
};

/** How many have signed this action since its state began, the actor included. */
export function signersAfter({ does, record }: Pick<Case, "does" | "record">): number {
  if (!does?.sign) return 0;
  return (Object.hasOwn(record.signing, does.id) ? record.signing[does.id]!.length : 0) + 1;
}

function written(answers: Answers, { field, id, name, position, at, image, acting }: Signature): Answers {
  if (field === undefined) return answers;
  const value = { signature: id, name, ...(position !== undefined && { position }), at, ...(image !== undefined && { image }), ...(acting && { acting }) };
  return { ...answers, [field]: value };
}

function erased(form: CompiledForm, answers: Answers, gone: ReadonlySet<string>): Answers {
  const places = form.fields.filter(({ type, parent, name }) => type === "signature" && parent < 0 && gone.has((answers[name] as Signed)?.signature ?? ""));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !places.some((field) => field.name === name)));
}

type Signed = { signature?: string } | undefined;

function without(signing: Record<string, string[]>, voided: readonly Signature[]): Record<string, string[]> {
  const left = Object.entries(signing).map(([action, accounts]) => {
    const off = voided.filter((one) => one.action === action).map(({ account }) => account);
    return [action, accounts.filter((account) => !off.includes(account))] as const;
  });
  return Object.fromEntries(left.filter(([, accounts]) => accounts.length));
}

function isSealed(signatures: readonly Signature[]): boolean {
  return signatures.some((one) => !one.void);
}
