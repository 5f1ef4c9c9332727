import { expect, type Page } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test } from "./support/journey";
import { signIn } from "./support/sign-in";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("without connection a member reads the last announcements, other pages say so, and signing out leaves nothing", async ({
  page,
  context,
  t,
}) => {
  await signIn(page, "owner@aurora.example");
  await page.goto("/m/aurora");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // The worker keeps what passes through it, from the next page on.
  await page.reload();
  const newest = page.getByRole("article").first();
  const words = await newest.innerText();
  await expect.poll(() => keptPages(page)).toContain("/m/aurora");

  await context.setOffline(true);
  await page.goto("/m/aurora");
  await expect(newest).toContainText(words.split("\n").at(-1) ?? "");
  await expect(page.getByText(t("layout.portal.offline"))).toBeVisible();
  await expectGoodPage(page);
  await page.goto("/inicio");
  await expect(page).toHaveURL("/m/aurora");
  await page.goto("/m/aurora/groups");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sem conexão");
  await expectGoodPage(page);

  await context.setOffline(false);
  await page.goto("/sair");
  await page.getByRole("button", { name: t("accounts.signOut.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/entrar/);
  await expect.poll(() => keptPages(page)).toEqual([]);
});

/** The pages of the portal that the browser kept. */
function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (!(await caches.has("aldeia-read"))) return [];
    const kept = await (await caches.open("aldeia-read")).keys();
    return kept.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith("/m/"));
  });
}
