import { expect } from "@playwright/test";
import { test } from "./support/journey";
import { signIn } from "./support/sign-in";

// What a cheap phone has to load before a page of the portal answers (ux.md): compressed, with an empty cache.
const MOST_SCRIPT_BYTES = 165_000;

test.use({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });

test("no page of the portal brings more script than a cheap phone should load", async ({ page, browser }) => {
  await signIn(page, "owner@aurora.example");
  await page.goto("/m/aurora/groups");
  const room = await page.locator('main a[href^="/m/aurora/groups/"]').first().getAttribute("href");
  const storageState = await page.context().storageState();
  const tooMuch: string[] = [];
  for (const path of ["", "/groups", "/ideas", "/me", "/me/privacy", "/relay"]
    .map((at) => `/m/aurora${at}`)
    .concat(room ?? [])) {
    const fresh = await browser.newContext({ storageState, serviceWorkers: "block" });
    const visit = await fresh.newPage();
    await visit.goto(path, { waitUntil: "load" });
    const bytes = await visit.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    if (bytes === 0 || bytes > MOST_SCRIPT_BYTES) tooMuch.push(`${path}: ${bytes}`);
    await fresh.close();
  }
  expect(tooMuch).toEqual([]);
});
