// The service worker: started once, and switched to a new version only when the forms for it are on this device too.

/** Registers it. `ready` brings this device's forms up to date; then the new version takes over, from the next page on. */
export async function startWorker(ready: () => Promise<void>): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  if (!registration) return;
  const take = async (worker: ServiceWorker): Promise<void> => {
    await ready();
    worker.postMessage("switch");
  };
  if (registration.waiting && navigator.serviceWorker.controller) void take(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) void take(worker);
    });
  });
}
