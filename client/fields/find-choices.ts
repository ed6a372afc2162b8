// Where the choices of a search come from: the server by what was typed, or what this device remembers of it.
import "../ui/late-words.js";
import type { CompiledField } from "../../engine/compile/compiled.js";
import { say as speak } from "../../engine/text/text.js";
import type { Choices, OrganizationTree, Positions, RecordList, Text } from "../../schemas/types.js";
import { query } from "../api/api.js";
import { getKept } from "../offline/kept.js";
import { language } from "../ui/language.js";
import type { FieldHost } from "./field-element.js";
import { type Find, matching, type Offer } from "./offers.js";

type Items = OrganizationTree["items"];
const say = (text: Text): string => speak(text, language());

/** How to search for the answers of a field. */
export function finder({ type, options }: CompiledField, host: FieldHost): Find {
  const within = options.within === "unit" ? host.organization : undefined;
  if (type === "person") {
    return (typed) =>
      asked<Choices>(query("/people", { q: typed, within }), ({ items }) =>
        items.map(({ id, title, note }) => ({ id, words: say(title), ...(note && { note: say(note) }) })),
      );
  }
  if (type === "organization") {
    return (typed) =>
      asked<OrganizationTree>("/organizations", ({ items }) => {
        const there = under(items, options.within === "lao" ? laoOf(items) : within).filter(({ kind }) => options.kinds?.includes(kind) ?? true);
        return matching(ownFirst(there, items, host.organization).map(offerOf(items)), typed);
      });
  }
  if (type === "position") {
    return async (typed) => {
      const places = within && new Set(under((await getKept<OrganizationTree>("/organizations")).value.items, within).map(({ id }) => id));
      return asked<Positions>("/positions", ({ items }) =>
        matching(
          items.filter(({ organization }) => !places || places.has(organization)).map(({ id, title }) => ({ id, words: say(title) })),
          typed,
        ),
      );
    };
  }
  return (typed) =>
    asked<RecordList>(query(`/forms/${options.form ?? ""}/records`, { q: typed, limit: 20 }), ({ items }) =>
      items.map(({ id, title, number, author }) => ({ id, words: title, note: [number, author].filter(Boolean).join(" · ") })),
    );
}

/** What stands in the person's own organization comes first: every school has an ป.1/1. */
function ownFirst(found: Items, items: Items, own: string | undefined): Items {
  const inside = new Set(under(items, own).map(({ id }) => id));
  return own === undefined ? found : [...found.filter(({ id }) => inside.has(id)), ...found.filter(({ id }) => !inside.has(id))];
}

/** A class says of which school. */
const offerOf = (items: Items) => {
  const names = new Map(items.map(({ id, name }) => [id, say(name)]));
  return ({ id, name, kind, parent }: Items[number]): Offer => {
    const above = kind === "class" && parent !== undefined ? names.get(parent) : undefined;
    return { id, words: say(name), ...(above !== undefined && { note: above }) };
  };
};

async function asked<T>(path: string, read: (value: T) => Offer[]): Promise<{ offers: Offer[]; old: boolean }> {
  const { value, old } = await getKept<T>(path);
  return { offers: read(value), old };
}

/** The LAO among what its people see of the tree. */
const laoOf = (items: Items): string | undefined => items.find(({ kind }) => kind === "lao")?.id;

/** An organization and all below it; everything when there is none. */
function under(items: Items, top: string | undefined): Items {
  if (!top) return items;
  const inside = new Set([top]);
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const { id, parent } of items) if (parent && inside.has(parent)) inside.add(id);
  }
  return items.filter(({ id }) => inside.has(id));
}
