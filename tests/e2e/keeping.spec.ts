import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

test("A5: a template is kept and used, who joins later gets what was sent, and the report is taken away", async ({
  page,
  request,
  browser,
  t,
}) => {
  test.setTimeout(120_000);
  const word = unique("bemvindo");
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/announcements/templates/new");
  await page.locator("input[name=name]").fill(`Boas-vindas ${word}`);
  await page.locator("textarea[name=body]").fill(`Oi, {{first_name|vizinho}}! *${word}* vale para todos.`);
  await page.getByRole("button", { name: t("announcements.templates.save"), exact: true }).click();
  await expect(page).toHaveURL(/\/templates$/);
  await expectGoodPage(page);
  await page
    .getByRole("listitem")
    .filter({ hasText: word })
    .getByRole("link", { name: t("announcements.templates.use"), exact: true })
    .click();
  await expect(page.locator("textarea[name=body]")).toHaveValue(new RegExp(word));
  const house = page.locator("[name=communityId] option", { hasText: "Corre Vila" });
  await page.locator("[name=communityId]").selectOption((await house.getAttribute("value")) ?? "");
  await page.locator("[name=audience][value=groups]").check();
  await page
    .getByText(/^Nutrição/)
    .first()
    .click();
  await page.locator("[name=evergreen]").selectOption("days");
  await page.locator("[name='evergreen.days']").fill("7");
  await expectGoodPage(page);
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/announcements\/[0-9a-f-]{36}$/);
  await expect(page.getByText(t("announcements.statuses.sent"), { exact: true }).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(t("announcements.evergreen.end"), { exact: true })).toBeVisible();
  await expectGoodPage(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("announcements.report.pdf"), exact: true }).click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");

  const api = apiWith(request, apiKeyOf("aurora"));
  const communities = await api.get<Listed>("/communities");
  const community = communities.data.find(({ name }) => name === "Corre Vila");
  const groups = await api.get<Listed>(`/communities/${community?.id}/groups`);
  const groupId = groups.data.find(({ name }) => name === "Nutrição")?.id;
  const invite = await api.post<{ url: string }>("/invites", { communityId: community?.id, groupId });
  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto(new URL(invite.url).pathname);
  await newcomer.locator("input[name=name]").fill("Zilda Moura");
  await newcomer.locator("[name=email]").fill(`${word}@pessoas.example`);
  await newcomer.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(newcomer).toHaveURL(/\/m\/aurora|done/);
  await expect(async () => {
    await newcomer.goto("/m/aurora");
    await expect(newcomer.getByText(word).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await newcomer.context().close();
});
