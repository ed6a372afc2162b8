// What an author does to a menu: items put in, taken away, moved, changed. Each gives the next menu and leaves the old one as it was.
import type { MenuDefinition, MenuItem } from "../../schemas/types.js";

/** A place among items: inside another item, or at the top. */
export interface ItemSpot {
  parent?: string;
  at: number;
}

/** Every item with where it stands, parents before what is in them. */
export function itemsOf(menu: MenuDefinition): { item: MenuItem; spot: ItemSpot; depth: number }[] {
  const found: { item: MenuItem; spot: ItemSpot; depth: number }[] = [];
  const walk = (items: readonly MenuItem[], parent: string | undefined, depth: number) => {
    for (const [at, item] of items.entries()) {
      found.push({ item, spot: { ...(parent === undefined ? {} : { parent }), at }, depth });
      walk(item.items ?? [], item.id, depth + 1);
    }
  };
  walk(menu.items, undefined, 0);
  return found;
}

export const findItem = (menu: MenuDefinition, id: string) => itemsOf(menu).find(({ item }) => item.id === id);

/** Puts an item in; the same menu when there is no such place. */
export function putItem(menu: MenuDefinition, { parent, at }: ItemSpot, item: MenuItem): MenuDefinition {
  return within(menu, parent, (items) => items.toSpliced(at, 0, item));
}

/** Takes an item away with all that is in it. */
export function removeItem(menu: MenuDefinition, id: string): MenuDefinition {
  const found = findItem(menu, id);
  return found ? within(menu, found.spot.parent, (items) => items.filter((one) => one.id !== id)) : menu;
}

/** Moves an item; into itself it does not go. */
export function moveItem(menu: MenuDefinition, id: string, to: ItemSpot): MenuDefinition {
  const found = findItem(menu, id);
  if (!found || (to.parent !== undefined && (to.parent === id || inside(found.item, to.parent)))) return menu;
  const same = found.spot.parent === to.parent;
  const at = same && found.spot.at < to.at ? to.at - 1 : to.at;
  return putItem(removeItem(menu, id), { ...to, at }, found.item);
}

/** Changes members of an item; undefined takes one away. */
export function setItem(menu: MenuDefinition, id: string, changes: { [K in keyof MenuItem]?: MenuItem[K] | undefined }): MenuDefinition {
  const found = findItem(menu, id);
  if (!found) return menu;
  const next = Object.fromEntries(Object.entries({ ...found.item, ...changes }).filter(([, value]) => value !== undefined)) as unknown as MenuItem;
  return within(menu, found.spot.parent, (items) => items.map((one) => (one.id === id ? next : one)));
}

const inside = (item: MenuItem, id: string): boolean => (item.items ?? []).some((one) => one.id === id || inside(one, id));

/** The menu with the items directly inside `parent` changed; an item without items has no list of them. */
function within(menu: MenuDefinition, parent: string | undefined, change: (items: MenuItem[]) => MenuItem[]): MenuDefinition {
  if (parent === undefined) return { ...menu, items: change(menu.items) };
  const deeper = (items: MenuItem[]): MenuItem[] =>
    items.map((item) => {
      if (item.id !== parent) return item.items ? { ...item, items: deeper(item.items) } : item;
      const { items: before = [], ...rest } = item;
      const now = change(before);
      return now.length ? { ...rest, items: now } : rest;
    });
  return { ...menu, items: deeper(menu.items) };
}
