// A dialog is a step of the way back: "back" closes the dialog and leaves the page under it as it is.
import { newId } from "./new-id.js";

/** Shows it. Resolves once it is closed and the history stands where it stood before. */
export function overPage(dialog: HTMLDialogElement): Promise<void> {
  const over = newId();
  dialog.showModal();
  // The same place, so that the router leaves the screen alone.
  history.pushState({ ...history.state, over }, "");
  const back = (): void => dialog.close();
  window.addEventListener("popstate", back, { once: true });
  return new Promise((gone) =>
    dialog.addEventListener("close", () => {
      window.removeEventListener("popstate", back);
      dialog.remove();
      // Closed by the way back itself, or what was decided has led elsewhere.
      if ((history.state as { over?: string } | null)?.over !== over) return gone();
      window.addEventListener("popstate", () => gone(), { once: true });
      history.back();
    }),
  );
}
