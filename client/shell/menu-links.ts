// Where a menu item leads, and which one the person is at.
import type { MenuGroup, MenuItem } from "../../schemas/types.js";

export interface MenuLink {
  id: string;
  item: MenuItem;
  /** Missing when the item only holds others. */
  href?: string;
  /** Leads out of the product. */
  outside?: true;
}

/** The address an item leads to. */
export function linkOf(item: MenuItem): MenuLink {
  const { target } = item;
  const link = { id: item.id, item };
  if (target?.form) return { ...link, href: `/forms/${encodeURIComponent(target.form)}/new` };
  if (target?.list) return { ...link, href: `/forms/${encodeURIComponent(target.list)}` };
  if (target?.report) return { ...link, href: `/reports/${encodeURIComponent(target.report)}` };
  if (target?.inbox) return { ...link, href: "/inbox" };
  if (target?.link && /^(https?:|\/(?!\/))/.test(target.link))
    return { ...link, href: target.link, ...(/^https?:/.test(target.link) && { outside: true as const }) };
  return link;
}

/** The links of a group in order, those inside an item after it. */
export function linksOf(group: MenuGroup): MenuLink[] {
  const walk = (items: MenuItem[]): MenuLink[] => items.flatMap((item) => [linkOf(item), ...walk(item.items ?? [])]);
  return walk(group.items).filter((link) => link.href !== undefined);
}

/** Whether the person is at this link: the same address, or a place below it. */
export function isHere(href: string, path: string): boolean {
  return href === path || (href !== "/" && path.startsWith(`${href}/`) && !path.endsWith("/new"));
}
