import { expect } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

test("a giveaway is announced, entered on a phone, drawn, and checked by a stranger", async ({
  page,
  browser,
  request,
  t,
}) => {
  test.setTimeout(120_000);
  const prize = unique("tenis");
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/announcements/new");
  await page.locator("textarea[name=body]").fill("*Sorteio* da semana");
  await page.locator("[name=block]").selectOption("giveaway");
  await page.locator("[name='block.prize']").fill(prize);
  await page.locator("button[value=draft]").click();
  // Without an end nobody knows when it is drawn: the field says so, and what was typed stays.
  await expect(page.getByText(t("errors.fields.required")).first()).toBeVisible();
  await expect(page.locator("[name='block.prize']")).toHaveValue(prize);
  await expectGoodPage(page);
  await page.locator("[name='block.closesAfterHours']").fill("24");
  await page.locator("button[value=draft]").click();
  await expect(page).toHaveURL(/announcements\/[0-9a-f-]{36}$/);
  const announcement = new URL(page.url()).pathname;
  const id = announcement.split("/").at(-1);
  await page.goto(`${announcement}/edit`);
  await expect(page.locator("[name='block.prize']")).toHaveValue(prize);

  const api = apiWith(request, apiKeyOf("aurora"));
  const rehearsal = await api.post<{ people: number }>(`/announcements/${id}/rehearsal`, {});
  await api.post(`/announcements/${id}/send`, { confirmPeople: rehearsal.people });
  await page.goto(announcement);
  await expect(page.getByRole("heading", { name: prize })).toBeVisible({ timeout: 30_000 });

  await page.setViewportSize({ width: 360, height: 740 });
  const card = page.locator("article", { hasText: prize });
  await expect(async () => {
    await page.goto("/m/aurora");
    await expect(card).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await card.getByRole("button", { name: t("blocks.giveaway.enter") }).click();
  await expect(card.getByText(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/)).toBeVisible();
  await expectGoodPage(page);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${announcement}/answers`);
  await expectGoodPage(page);
  const dialog = page.locator("dialog[open]");
  await page.getByRole("button", { name: t("blocks.results.close") }).click();
  await dialog.getByRole("button", { name: t("blocks.results.close") }).click();
  await page.getByRole("button", { name: t("blocks.results.draw"), exact: true }).click();
  await dialog.getByRole("button", { name: t("blocks.results.draw"), exact: true }).click();
  const check = page.getByRole("link", { name: t("blocks.giveaway.check") });
  await expect(page.getByRole("link", { name: t("blocks.results.winners") })).toBeVisible();

  const visit = await browser.newContext({ locale: "pt-BR" });
  const stranger = await visit.newPage();
  await stranger.goto((await check.getAttribute("href")) ?? "");
  await expectGoodPage(stranger);
  await stranger.getByRole("button", { name: t("blocks.draw.check") }).click();
  await expect(stranger.getByText(t("blocks.draw.right"))).toBeVisible();
  await visit.close();
});
