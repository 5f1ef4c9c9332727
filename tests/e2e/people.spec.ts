import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { signIn } from "./support/sign-in";

test("P15: the owner asks who sees what of whom, walks the portal with a member's eyes, and comes back", async ({
  page,
  t,
}) => {
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/members/see-as");
  await page.locator("input[name=findViewer]").fill("member1@aurora.example");
  await page.locator("input[name=findViewer]").press("Enter");
  await page.locator("#see-as-viewer").locator("xpath=ancestor::section").getByRole("link").first().click();
  await expect(page).toHaveURL(/viewer=/);
  await page.locator("input[name=findPerson]").fill("member2@aurora.example");
  await page.locator("input[name=findPerson]").press("Enter");
  await page.locator("#see-as-person").locator("xpath=ancestor::section").getByRole("link").first().click();
  await expect(page.getByRole("table")).toContainText(t("privacy.seeAs.fields.phone"));
  await expectGoodPage(page);

  await page.getByRole("button", { name: t("privacy.look.open"), exact: true }).click();
  await expect(page).toHaveURL("/m/aurora");
  const banner = page.getByRole("complementary", { name: t("privacy.look.title"), exact: true });
  await expect(banner).toContainText(t("privacy.look.readOnly"));
  await expectGoodPage(page);
  await page
    .getByRole("link", { name: t("layout.portal.groups"), exact: false })
    .first()
    .click();
  await expect(page).toHaveURL("/m/aurora/groups");
  await expect(banner).toBeVisible();
  await banner.getByRole("button", { name: t("privacy.look.end"), exact: true }).click();
  await expect(page).toHaveURL(/\/t\/aurora\/members\//);
});

test("the owner tags whom they ticked in a search, and reads what came of each", async ({ page, t }) => {
  const tag = unique("turma");
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/members?q=member1");
  // Ticks are the browser's own affair: they hold once the page is awake.
  const first = page.getByRole("table").getByRole("checkbox").first();
  await expect(async () => {
    await first.check();
    await expect(page.getByRole("button", { name: t("bulkActs.act"), exact: true })).toBeEnabled();
  }).toPass();
  await page.getByRole("button", { name: t("bulkActs.act"), exact: true }).click();
  await page.locator("[name=tags]").fill(tag);
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await expect(page).toHaveURL(/\/members\/acts\/[0-9a-f-]{36}/);
  await expect(page.getByText(t("bulkActs.outcomes.done"), { exact: true }).first()).toBeVisible();
  await expectGoodPage(page);
});

test("X20: of two records that share a number the owner says that they are two people, and thinks again", async ({
  page,
  t,
}) => {
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/members/duplicates");
  const items = page.getByRole("main").getByRole("listitem");
  const merges = page.getByRole("link", { name: t("members.duplicates.merge"), exact: true });
  await expect(merges.first()).toBeVisible();
  const before = await merges.count();
  await expectGoodPage(page);
  await items
    .getByRole("button", { name: t("members.duplicates.tellApart"), exact: true })
    .first()
    .click();
  await expect(merges).toHaveCount(before - 1);
  await page.getByRole("link", { name: t("members.duplicates.apart"), exact: true }).click();
  await page
    .getByRole("button", { name: t("members.duplicates.forget"), exact: true })
    .first()
    .click();
  await page.goto("/t/aurora/members/duplicates");
  await expect(merges).toHaveCount(before);
});
