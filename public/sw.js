// What the browser does for Aldeia while no page is open: shows what was pushed, and opens it. Nothing is kept offline.
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
