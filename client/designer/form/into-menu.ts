// A form that was just published, put into a menu and that menu published too: one press instead of a visit to the menu's own bench.
import { html, type TemplateResult } from "lit";
import type { MenuDefinition, Text, WorkingCopy } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { t } from "../../ui/words.js";
import type { Option } from "../controls.js";
import { itemsOf, putItem } from "../engine.js";
import { freeId } from "../new-id.js";
import { publish } from "../publish.js";

const fresh = "+";

/** Asks for the menu. A group whose copy holds other changes is not offered: publishing would bring them to light, too. */
export function intoMenu(menus: readonly (Option & { changed: boolean })[], chosen: string, choose: (menu: string) => void): TemplateResult {
  return html`<label class="label" for="publish-menu">${t("publish.intoMenu")}</label>
    <div class="ctl has-caret"><select id="publish-menu" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}><option value="" ?selected=${!chosen}>${t("publish.noMenu")}</option>${menus
      .filter(({ changed }) => !changed)
      .map(
        ({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`,
      )}<option value=${fresh} ?selected=${chosen === fresh}>${t("publish.newMenu")}</option></select></div>`;
}

/** Puts an item for the form at the end of the menu, or into a new group, and publishes it. */
export async function putIntoMenu(menu: string, form: string, title: Text, taken: ReadonlySet<string>): Promise<void> {
  const id = menu === fresh ? freeId("menu", taken) : menu;
  const path = `/definitions/menu/${encodeURIComponent(id)}`;
  const copy = menu === fresh ? undefined : await api.get<WorkingCopy>(path);
  const before = (copy?.definition ?? { kind: "menu", id, title: t("menu.group"), order: 100, items: [] }) as unknown as MenuDefinition;
  const items = itemsOf(before);
  // It is there already when this is tried again after the menu was saved and not published.
  if (!items.some(({ item }) => item.target?.form === form)) {
    const item = { id: freeId("item", new Set(items.map(({ item }) => item.id))), label: title, icon: "note-pencil", target: { form } };
    await api.put(path, putItem(before, { at: before.items.length }, item), { headers: { "if-match": String(copy?.rev ?? 0) } });
  }
  await publish(path, { again: true });
}
