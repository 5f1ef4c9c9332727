import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";
import type { Texts } from "./support/texts";

type Listed = { data: { id: string; name: string }[] };

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** Clicks what saves a file, and answers with what is in it. */
async function downloaded(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

async function joins(
  page: Page,
  t: Texts,
  address: string,
  { name, email }: { name: string; email: string },
) {
  await page.goto(address);
  await page.locator("input[name=name]").fill(name);
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/m\/aurora|done/);
}

test("P16: a member reads who sees them, opts out, takes their data and asks for erasure; staff erase", async ({
  page,
  request,
  browser,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data: communities } = await api.get<Listed>("/communities");
  const community = communities.find(({ name }) => name === "Corre Vila");
  const invite = await api.post<{ url: string }>("/invites", { communityId: community?.id });
  const [name, email] = [unique("Iolanda"), `${unique("iolanda")}@pessoas.example`];
  await joins(page, t, new URL(invite.url).pathname, { name, email });

  await page.goto("/m/aurora/me");
  await page.getByRole("link", { name: t("privacy.mine.open"), exact: true }).click();
  await expect(page.locator("h1")).toHaveText(t("privacy.mine.title"));
  await expectGoodPage(page);
  await page.locator("[name='promotions[]'][value=email]").uncheck();
  await page.getByRole("button", { name: t("portal.me.consentSubmit"), exact: true }).click();
  await expect(page.locator("#said").locator("xpath=ancestor::section")).toContainText(t("privacy.mine.no"));

  const data = JSON.parse(await downloaded(page, t("privacy.mine.json")));
  expect(data.identifiers).toEqual([expect.objectContaining({ kind: "email", value: email })]);
  expect(data.consents).toContainEqual(
    expect.objectContaining({ channel: "email", purpose: "promotions", granted: false }),
  );
  expect(await downloaded(page, t("privacy.mine.html"))).toContain(email);

  await page.getByRole("button", { name: t("privacy.mine.erase"), exact: true }).click();
  await expectGoodPage(page);
  await page.getByRole("button", { name: t("privacy.mine.eraseSubmit"), exact: true }).click();
  const mine = page.locator("#requests").locator("xpath=ancestor::section");
  await expect(mine).toContainText(t("privacy.requests.daysLeft", { days: 15 }));
  await page.getByRole("button", { name: t("privacy.mine.cancel"), exact: true }).click();
  await expect(mine).toContainText(t("privacy.requests.statuses.cancelled"));
  await page.getByRole("button", { name: t("privacy.mine.erase"), exact: true }).click();
  await page.getByRole("button", { name: t("privacy.mine.eraseSubmit"), exact: true }).click();
  await expect(mine).toContainText(t("privacy.requests.statuses.open"));

  const office = await browser.newContext({ locale: "pt-BR", viewport: { width: 1280, height: 800 } });
  const staff = await office.newPage();
  await signIn(staff, "owner@aurora.example");
  await staff.goto("/t/aurora/settings/privacy");
  await expectGoodPage(staff);
  await staff.locator("li", { hasText: name }).getByRole("link").click();
  await expect(staff.locator("h1")).toHaveText(t("privacy.requests.kinds.erasure"));
  await expectGoodPage(staff);
  await staff
    .getByRole("button", { name: t("privacy.handle.erase"), exact: true })
    .first()
    .click();
  await staff
    .locator("dialog[open]")
    .getByRole("button", { name: t("privacy.handle.erase") })
    .click();
  await expect(staff.getByText(t("privacy.handle.end"), { exact: true })).toBeVisible();
  await expect(staff.locator("body")).not.toContainText(name);
  expect((await api.get<Listed>(`/members?q=${encodeURIComponent(email)}`)).data).toEqual([]);
  await office.close();

  await page.goto("/m/aurora/me/privacy");
  await expect(page).toHaveURL(/entrar/);
});
