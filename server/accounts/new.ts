// A new person and a new account as documents, for whoever makes them: the accounts screen, the set-up, the demo.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import { normalise, searchable } from "../../engine/thai/normalise.js";
import { sortKey } from "../../engine/thai/sort-key.js";
import type { Changed } from "../organizations/change.js";
import type { AccountDoc, PersonDoc } from "../organizations/docs.js";
import { refuse } from "../plugins/refusal.js";
import type { Write } from "../storage/port.js";
import { hashPassword, weakness } from "./passwords.js";

export interface PersonParts {
  name: string;
  phone?: string;
  personType?: string;
}

/** What is kept of a person, with the keys for order and search. */
export function personDoc(id: string, owner: string, rev: number, { name, phone, personType }: PersonParts): PersonDoc {
  const said = normalise(name).trim();
  return { id, owner, format: 1, rev, name: said, key: sortKey(said), search: searchable(said), ...(phone && { phone }), ...(personType && { personType }) };
}

export function newPerson(app: FastifyInstance, owner: string, parts: PersonParts): Changed & { doc: PersonDoc } {
  const doc = personDoc(app.newId(), owner, 1, parts);
  return { kind: "person", what: "made", doc, unit: [owner], payload: { to: { name: doc.name } } };
}

/** Names are typed on phones: capitals and spaces around them do not matter. */
export const usernameOf = (typed: string): string => typed.trim().toLowerCase();

/** An account of a person. `claim` must be in the same commit: a user name is taken once in the whole installation. */
export async function newAccount(app: FastifyInstance, person: PersonDoc, typed: string, password: string): Promise<{ made: Changed; claim: Write }> {
  const username = usernameOf(typed);
  const weak = weakness(password, username);
  if (weak) refuse(weak);
  const doc: AccountDoc = {
    id: app.newId(),
    owner: person.owner,
    format: 1,
    rev: 1,
    username,
    person: person.id,
    name: person.name,
    password: await hashPassword(password),
  };
  return {
    made: { kind: "account", what: "made", doc, unit: [person.owner], payload: { to: { username, person: person.id } } },
    claim: { op: "claim", owner: "*", key: `account/${username}`, by: doc.id },
  };
}

export const taken = (username: string) => serverProblem("account.taken", { username: usernameOf(username) }, "/username");
