import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { unzipSync } from "fflate";
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

test("finance plans a smaller plan and calls it off; nothing is charged", async ({ page, t }) => {
  await signIn(page, "finance@aurora.example");
  await page.goto("/t/aurora/billing/change?plan=starter&interval=year");
  await expect(page.locator("main")).toContainText("Hoje nada é cobrado");
  await expectGoodPage(page);
  await page.locator("main button[type=submit]").click();
  await expect(page.getByText(t("billing.checkout.planned"))).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: t("billing.plan.keep") }).click();
  await expect(page.getByText(t("billing.plan.kept"), { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: t("billing.plan.keep") })).toHaveCount(0);
});

test("finance says who the invoices are for: a wrong digit is told at its field, and what was typed stays", async ({
  page,
  t,
}) => {
  await signIn(page, "finance@aurora.example");
  await page.goto("/t/aurora/billing");
  const taxId = page.getByLabel(t("billing.profile.taxId"));
  const name = page.getByLabel(t("billing.profile.legalName"));
  await name.fill("Aurora Corridas Ltda.");
  await taxId.fill("12.ABC.345/01DE-36");
  await page.getByRole("button", { name: t("billing.profile.save") }).click();
  await expect(taxId).toHaveAccessibleDescription(new RegExp(t("errors.fields.invalid_tax_id")));
  await expect(name).toHaveValue("Aurora Corridas Ltda.");
  await taxId.fill("12.abc.345/01de-35");
  await page.getByRole("button", { name: t("billing.profile.save") }).click();
  await expect(page.getByText(t("billing.profile.saved"))).toBeVisible();
  await page.reload();
  await expect(taxId).toHaveValue("12.ABC.345/01DE-35");
});

test("the invoices of a year are filtered, turned round, taken away and printed", async ({ page, t }) => {
  await signIn(page, "finance@aurora.example");
  await page.goto("/t/aurora/billing");
  const dates = page.locator("table").last().locator("tbody time");
  const newest = await dates.first().getAttribute("datetime");
  const year = String(newest).slice(0, 4);
  await page.getByLabel(t("billing.invoices.year"), { exact: true }).selectOption(year);
  await page.getByRole("button", { name: t("billing.invoices.apply") }).click();
  await expect(page).toHaveURL(new RegExp(`year=${year}`));
  await page
    .locator("table")
    .last()
    .getByRole("link", { name: t("billing.invoices.columns.date") })
    .click();
  await expect(page).toHaveURL(/order=oldest/);
  await expect(dates.last()).toHaveAttribute("datetime", String(newest));
  await expectGoodPage(page);
  const rows = await dates.count();

  const take = async (label: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: label }).click();
    return readFileSync(await (await download).path());
  };
  const csv = (await take(t("billing.invoices.csv"))).toString();
  expect(csv.trim().split("\r\n")).toHaveLength(rows + 1);
  expect(Object.keys(unzipSync(await take(t("billing.invoices.zip"))))).toHaveLength(rows);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: t("billing.plans.title") })).toBeHidden();
  const { text } = await extractText(
    await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" }))),
    {
      mergePages: true,
    },
  );
  expect(text).toContain(t("billing.invoices.columns.pdf"));
});

test("neither marketer nor agent sees billing", async ({ page }) => {
  for (const role of ["marketer", "agent"]) {
    await page.context().clearCookies();
    await signIn(page, `${role}@aurora.example`);
    expect((await page.goto("/t/aurora/billing"))?.status()).toBe(404);
  }
});
