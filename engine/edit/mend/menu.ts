// Mends of menus: an item that leads nowhere, or to what is not there, goes.
import type { MenuDefinition, MenuItem, Problem, Text } from "../../../schemas/types.js";
import { getAt, parts, pointer, setAt } from "../../path/path.js";
import type { Mend } from "./mend.js";
import { without } from "./place.js";

const removed: Text = { th: "เอารายการนี้ออก", en: "Remove this item" };

export function mendMenu(menu: MenuDefinition, { code, path = "" }: Problem): Mend<MenuDefinition>[] {
  const at = parts(path);
  // `/items/2/items/0/target/form`: the last list of items leads to the item that is meant.
  const item = at.slice(0, at.lastIndexOf("items") + 2);
  const found = getAt(menu, item) as MenuItem | undefined;
  if (at[0] !== "items" || typeof found !== "object" || !("id" in found)) return [];
  switch (code) {
    case "definition.item-leads-nowhere":
    case "definition.unknown-form":
    case "definition.unknown-report":
      return [{ title: removed, next: without(menu, pointer(item)) }];
    case "definition.item-leads-twice":
      return [{ title: { th: "เหลือไว้เป็นหัวข้อรวมรายการ", en: "Keep it as a heading" }, next: without(menu, pointer([...item, "target"])) }];
    case "definition.no-day-work":
      return [{ title: { th: "ไม่ให้เป็นงานของวัน", en: "No longer work of the day" }, next: without(menu, pointer([...item, "today"])) }];
    case "definition.repeated-item":
      return [{ title: { th: "ให้รหัสใหม่", en: "Give it a new id" }, next: setAt(menu, [...item, "id"], freeItem(menu)) }];
    default:
      return [];
  }
}

function freeItem(menu: MenuDefinition): string {
  const taken = new Set<string>();
  const walk = (items: readonly MenuItem[]) => {
    for (const { id, items: inside } of items) {
      taken.add(id);
      walk(inside ?? []);
    }
  };
  walk(menu.items);
  for (let n = 1; ; n++) if (!taken.has(`item-${n}`)) return `item-${n}`;
}
