// Holds the app for days without signal: the shell and its pieces of one version, switched as a whole. Data it does not touch: that is the offline station's.
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: string[];
declare const __VERSION__: string;

const cacheName = `app-${__VERSION__}`;
const shell = "/index.html";

self.addEventListener("install", (event) => {
  // All or nothing: a version with a missing piece never becomes the one in use.
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(__FILES__.map((file) => `/${file}`))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // A page that is still open runs the version before and may yet ask for its pieces: the last one stays.
      const names = (await caches.keys()).filter((name) => name.startsWith("app-") && name !== cacheName);
      await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  // The page says so once it holds the forms for this version too: app and forms switch together.
  if (event.data === "switch") void self.skipWaiting();
  if (event.data === "version") event.ports[0]?.postMessage(__VERSION__);
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (/^\/(api|healthz|live)\b/.test(url.pathname)) return;
  event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const mine = await caches.open(cacheName);
  if (request.mode === "navigate") return (await mine.match(shell)) ?? fetch(request);
  return (await mine.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}
