import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { signIn } from "./support/sign-in";

const AUDIT = "/t/aurora/settings/audit";

test("the owner finds an act in the audit, sees its difference, follows its object, proves and exports the log", async ({
  page,
  t,
}) => {
  await signIn(page, "owner@aurora.example");
  const name = unique("Chave");
  await page.goto("/t/aurora/settings/keys");
  await page.locator("[name=name]").fill(name);
  await page.locator("[value='members:read']").check();
  await page.getByRole("button", { name: t("accounts.keys.create") }).click();
  await expect(page.getByText(t("accounts.keys.created"))).toBeVisible();

  await page.goto(AUDIT);
  await expectGoodPage(page);
  await page.locator("[name=action]").selectOption("key.created");
  await page.getByRole("button", { name: t("audit.apply") }).click();
  await expect(page).toHaveURL(/action=key.created/);
  const rows = page.locator("main ol > li");
  await expect(rows.first()).toContainText(name);
  for (const action of await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-action"))))
    expect(action).toBe("key.created");
  await rows.first().locator("summary").click();
  await expect(rows.first()).toContainText("members:read");
  await expect(rows.first().locator("summary time")).toHaveAttribute("title", /UTC$/);
  await expectGoodPage(page);

  await rows
    .first()
    .getByRole("link", { name: t("audit.follow") })
    .click();
  await expect(page.getByText(t("audit.history", { name }))).toBeVisible();
  await expect(rows).toHaveCount(1);

  await page.goto(AUDIT);
  await page.getByRole("link", { name: t("audit.check") }).click();
  await expect(page.getByText(/Corrente íntegra/)).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("audit.exportCsv") }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain("key.created");
  expect(file).toContain("audit.exported");
});

test("a day without acts says so, and how to see all again; nothing scrolls sideways on a phone", async ({
  page,
  t,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, "admin@aurora.example");
  await page.goto(`${AUDIT}?from=2020-01-01&to=2020-01-02`);
  await expect(page.getByText(t("audit.nothingTitle"))).toBeVisible();
  await expectGoodPage(page);
  await page
    .getByRole("link", { name: t("audit.clear") })
    .first()
    .click();
  await expect(page.locator("main ol > li").first()).toBeVisible();
  await page.locator("main ol > li summary").first().click();
  await expectGoodPage(page);
});
