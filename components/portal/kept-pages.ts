/** Takes away what the browser kept of the portal; the cache is named in public/sw.js. */
export async function forgetRead(): Promise<void> {
  if ("caches" in window) await caches.delete("aldeia-read");
}
