import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { expectGoodPage } from "./support/axe";
import { test } from "./support/journey";
import { signIn } from "./support/sign-in";

test("finance upgrades the plan and downloads the invoice", async ({ page, t }) => {
  await signIn(page, "finance@aurora.example");
  await page.goto("/t/aurora/billing");
  await expectGoodPage(page);
  const headers = page.locator("table").last().locator("thead th");
  await expect(headers).toHaveText(["Plano", "Valor", "URL da fatura", "PDF da fatura", "Data"]);
  const before = await page.locator("table").last().locator("tbody tr").count();

  await page.goto("/t/aurora/billing/change?plan=scale&interval=month");
  await expectGoodPage(page);
  await page.locator("main button[type=submit]").click();
  await expect(page).toHaveURL(/\/billing(\?.*)?$/, { timeout: 30_000 });
  const rows = page.locator("table").last().locator("tbody tr");
  await expect(async () => {
    await page.goto("/t/aurora/billing");
    expect(await rows.count()).toBeGreaterThan(before);
  }).toPass({ timeout: 30_000 });
  await expect(rows.first()).toContainText("Scale");

  const download = page.waitForEvent("download");
  await rows
    .first()
    .getByRole("link", { name: t("billing.invoices.pdf") })
    .click();
  const path = await (await download).path();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))), {
    mergePages: true,
  });
  expect(text).toContain("Scale");
  expect(text).toMatch(/R\$/);
});

test("neither marketer nor agent sees billing", async ({ page }) => {
  for (const role of ["marketer", "agent"]) {
    await page.context().clearCookies();
    await signIn(page, `${role}@aurora.example`);
    expect((await page.goto("/t/aurora/billing"))?.status()).toBe(404);
  }
});
