// Each page of a form is a step of the way back inside one place of the history: "back" turns to the page before, and leaves the form only from the first.
// It runs beside the screens, so that nothing of it is fetched before a form can be filled.
import type { FormElement } from "../form/form-element.js";

/** What the history knows of a step: the place it is in, its page, the page before it, and how many steps are behind. */
interface Step {
  depth: number;
  key: string;
  page?: number;
  from?: number;
  steps?: number;
}

const here = (): Step => (history.state ?? { depth: 0, key: "" }) as Step;

/** Makes steps of the pages that are turned from now on, and turns them back. */
export function startSteps(): void {
  let { key } = here();
  let address = location.href;
  const remember = (): void => {
    ({ key } = here());
    address = location.href;
  };
  // For whoever must know, as tests do.
  document.documentElement.dataset.steps = "";
  // A page may have been turned before this came.
  const { page } = document.querySelector<FormElement>("tf-form") ?? {};
  if (page !== undefined) step({ page });
  document.addEventListener("tf-page", (event) => {
    step((event as CustomEvent<{ page: number; was?: number }>).detail);
    remember();
  });
  // The draft has its address.
  document.addEventListener("tf-draft", remember);
  // The router has nothing to show anew: it is the same place.
  window.addEventListener("popstate", () => {
    const form = document.querySelector<FormElement>("tf-form");
    if (!form || !key || here().key !== key) return;
    // The step may be older than the draft.
    history.replaceState(history.state, "", address);
    const { page: to } = here();
    if (to !== undefined) form.turn(to);
  });
}

/** Going to the page right behind is going back. */
function step({ page, was }: { page: number; was?: number }): void {
  const state = here();
  const { page: shown = was, from, steps = 0, depth } = state;
  if (shown === undefined || page === shown) return;
  if (page === from) {
    history.back();
    return;
  }
  history.replaceState({ ...state, page: shown }, "");
  history.pushState({ ...state, page, from: shown, steps: steps + 1, depth: depth + 1 }, "");
}
