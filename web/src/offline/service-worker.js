// Keeps the page usable without a network. The build fills in the names of its
// files. Every one but the page itself has a name that changes with its content,
// so what was kept is never out of date.
const files = __FILES__;
const prefix = `policymark:${self.registration.scope}:`;
const kept = prefix + __BUILD__;

self.addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.addAll(requests))
      .then(() => self.skipWaiting()),
  );
});

// The build before this one stays: a page that is still open may ask for a part
// of it that it had no need of until now.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => {
      const older = names.filter((name) => name.startsWith(prefix) && name !== kept);
      return Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
    }),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  const page = new URL(self.registration.scope);
  const isPage = url.pathname === page.pathname || url.pathname === `${page.pathname}index.html`;
  const cache = await caches.open(kept);
  const found = (await cache.match(isPage ? page : url)) ?? (await olderMatch(url));
  return found ?? fetch(request);
}

async function olderMatch(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return undefined;
}
