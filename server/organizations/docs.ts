// What is stored about the tree and the people in it.
import type { Text } from "../../schemas/types.js";
import type { Doc } from "../storage/port.js";

export type OrganizationKind = "province" | "district" | "lao" | "office" | "school" | "centre" | "class";

/** A node of the tree. A LAO owns itself and all below; a province owns itself and its districts. */
export interface OrganizationDoc extends Doc {
  kind: OrganizationKind;
  name: Text;
  short?: Text;
  parent?: string;
  code?: string;
}

/** A duty in an organization; its rights flow down from `scope`. */
export interface PositionDoc extends Doc {
  title: Text;
  duties: string[];
  organization: string;
  scope: string;
}

/** A person has a position from a day to a day, both inclusive. */
export interface HoldingDoc extends Doc {
  position: string;
  person: string;
  from: string;
  to?: string;
}

/** รักษาราชการแทน or ปฏิบัติราชการแทน: a person does a position's work from a day to a day. */
export interface DelegationDoc extends Doc {
  position: string;
  person: string;
  kind: "in-charge" | "on-behalf";
  from: string;
  to: string;
  /** The written order. */
  order?: string;
  /** Taken back: from this day it no longer holds. */
  ended?: string;
}

export interface PersonDoc extends Doc {
  /** As it is written in letters: prefix, first and last name. */
  name: string;
  /** For lists and search, made by engine/thai. */
  key: string;
  search: string;
  phone?: string;
  /** Code of the list `person-types`. */
  personType?: string;
}

export interface AccountDoc extends Doc {
  username: string;
  person: string;
  name: string;
  /** argon2id, in its own notation. */
  password: string;
  language?: "th" | "en";
  disabled?: boolean;
}
