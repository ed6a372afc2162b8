// How a screen asks for another place. The router listens; a screen never imports it.

export interface Going {
  to: string;
  /** Takes the place of this one in the history, so that "back" does not return here. */
  replace?: boolean;
}

/** Goes to an address of the product. */
export function go(to: string, replace = false): void {
  window.dispatchEvent(new CustomEvent<Going>("tf-go", { detail: { to, replace } }));
}

/** Goes back where the person came from, or up to `up` when this was the first place. */
export function goBack(up: string): void {
  window.dispatchEvent(new CustomEvent<Going>("tf-back", { detail: { to: up } }));
}
