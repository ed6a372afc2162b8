// Who may do what, as data: a verb is allowed when all needs of any one of its rules hold. What no rule allows is refused.
import type { Verb } from "../plugins/access.js";
import type { Need } from "./needs.js";

export interface Rule {
  verb: Verb;
  needs: Need[];
}

const rule = (verb: Verb, ...needs: Need[]): Rule => ({ verb, needs });

export const rules: Rule[] = [
  rule("public"),
  rule("session.own", "is signed in"),
  rule("menu.read", "is of the same owner"),
  rule("codes.read", "is of the same owner"),
  rule("event.list", "is signed in"),
  rule("notice.list", "is signed in"),
  rule("draft.list", "is signed in"),
  rule("inbox.read", "sits below the province"),
  rule("form.list", "sits below the province"),
  rule("person.list", "sits below the province"),
  rule("place.list", "is signed in"),
  rule("file.create", "has a position", "sits below the province"),

  rule("organization.read", "is of the same owner"),
  rule("organization.read", "supervises it"),
  rule("organization.manage", "is of the same owner", "administers it"),
  rule("position.manage", "is of the same owner", "administers it"),
  rule("delegation.manage", "is of the same owner", "administers it"),
  rule("delegation.manage", "is of the same owner", "holds the position"),
  rule("account.manage", "is of the same owner", "administers it"),

  rule("definition.read", "is of the same owner", "administers it"),
  rule("definition.write", "is of the same owner", "administers it"),
  rule("definition.publish", "is of the same owner", "administers it"),
  rule("template.install", "is of the same owner", "administers it"),
  rule("operations.read", "is of the same owner", "administers it"),
  rule("rollup.read", "is of the same owner", "leads it"),
  rule("rollup.read", "supervises it"),

  rule("report.read", "is of the same owner", "sits below the province", "may read"),

  rule("notice.own", "owns it"),
  rule("draft.own", "owns it"),
  rule("file.read", "owns it"),
  rule("file.read", "is of the same owner", "sits below the province", "may read"),

  rule("record.create", "is of the same owner", "sits below the province", "may create"),
  rule("record.read", "is of the same owner", "sits below the province", "may read"),
  rule("record.act", "is of the same owner", "sits below the province", "may read"),
  rule("record.list", "is of the same owner", "sits below the province", "may list"),
  rule("record.export", "is of the same owner", "sits below the province", "may export"),
  rule("record.sensitive", "is of the same owner", "sits below the province", "may read", "may see what is sensitive"),
];

/** Whoever may not read these is not told that they exist. */
export const concealed: ReadonlySet<Verb> = new Set<Verb>(["record.read", "record.act", "file.read", "draft.own", "notice.own"]);
