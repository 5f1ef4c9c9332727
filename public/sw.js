// What the browser does for Aldeia by itself: shows what was pushed, and keeps what a member read last for when there is no
// connection. Kept are the portal's announcements alone, as the server says of each answer (`Aldeia-Keep`), and what these
// pages are drawn with; whoever signs out, or is asked to sign in again, takes it all away.
const READ = "aldeia-read";
const DRAWN = "aldeia-drawn";
const MOST = { [READ]: 30, [DRAWN]: 150 };
const OFFLINE_PAGE = "/offline.html";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(DRAWN).then((cache) => cache.add(OFFLINE_PAGE)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(visit(request, url));
  else if (url.pathname.startsWith("/_next/static/") || isKeptPicture(request, url))
    event.respondWith(draw(request));
});

/** A page: as it is now; without connection as it was kept, else a page that says so. */
async function visit(request, url) {
  if (url.pathname.startsWith("/entrar")) await caches.delete(READ);
  try {
    const answer = await fetch(request);
    // A portal that leads elsewhere has asked to sign in, or is not this person's any more.
    if (answer.type === "opaqueredirect" && url.pathname.startsWith("/m/")) await caches.delete(READ);
    else if (answer.ok && answer.headers.has("aldeia-keep")) await keep(READ, url.href, answer.clone());
    return answer;
  } catch (failure) {
    const kept = await caches.match(url.href);
    if (kept) return await marked(kept);
    return (await lastFeed(url)) ?? (await caches.match(OFFLINE_PAGE)) ?? Promise.reject(failure);
  }
}

/** Tells the page itself that it is a kept one: that a device has a network does not say that Aldeia answers. */
async function marked(page) {
  const { status, headers } = page;
  const body = (await page.text()).replace("<html", "<html data-kept");
  return new Response(body, { status, headers });
}

/** Where the app begins leads on to the portal that was read last. */
async function lastFeed({ pathname }) {
  if (pathname !== "/inicio" && pathname !== "/") return undefined;
  const pages = await (await caches.open(READ)).keys();
  const feed = pages.map(({ url }) => new URL(url)).findLast((page) => /^\/m\/[^/]+$/.test(page.pathname));
  return feed && Response.redirect(feed.href);
}

/** What a page is drawn with: the built files, and the pictures of announcements. */
async function draw(request) {
  const isPicture = request.destination === "image";
  try {
    const answer = await fetch(request);
    // Of pictures those of announcements: what a group shows is not kept, so that leaving it leaves nothing here.
    const isToKeep = answer.status === 200 && (!isPicture || answer.headers.has("aldeia-keep"));
    if (isToKeep) await keep(isPicture ? READ : DRAWN, request.url, answer.clone());
    // Taken back, or not theirs to see any more: it is gone from here too.
    else if (isPicture && answer.status === 404) await (await caches.open(READ)).delete(request.url);
    return answer;
  } catch (failure) {
    return (await caches.match(request.url)) ?? Promise.reject(failure);
  }
}

function isKeptPicture({ destination }, { pathname }) {
  return destination === "image" && pathname.startsWith("/media/");
}

/** The newest of each kind; a full disk keeps nothing and disturbs nobody. */
async function keep(name, address, answer) {
  try {
    const cache = await caches.open(name);
    await cache.delete(address);
    await cache.put(address, answer);
    const kept = await cache.keys();
    const old = kept.slice(0, Math.max(0, kept.length - MOST[name]));
    await Promise.all(old.filter(({ url }) => !url.endsWith(OFFLINE_PAGE)).map((page) => cache.delete(page)));
  } catch {
    await caches.delete(name);
  }
}

self.addEventListener("push", (event) => {
  const { title, body, url, tag, lang, stop, image } = event.data?.json() ?? {};
  if (!title) return;
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      lang,
      icon: "/app-icon-192.png",
      // Where the system shows pictures in notifications.
      ...(image ? { image } : {}),
      data: { url, stop: stop?.url },
      actions: stop ? [{ action: "stop", title: stop.title }] : [],
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url, stop } = event.notification.data;
  event.waitUntil(open(event.action === "stop" ? stop : url));
});

/** Goes on in a window that shows Aldeia already, else in a new one. Never to another site. */
async function open(address) {
  const target = new URL(address, self.location.origin);
  if (target.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find(({ url }) => url === target.href) ?? windows[0];
  if (!there) return await self.clients.openWindow(target.href);
  await there.focus();
  if (there.url !== target.href)
    await there.navigate(target.href).catch(() => self.clients.openWindow(target.href));
}
