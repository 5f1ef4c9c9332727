import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";

// R1, R6, T5: the owner of a young organization reads who may what, follows one object through the audit, asks for the
// deletion, finds billing closed with the truth about it, and takes it back.
test("the owner reads the rights, follows an object in the audit, and takes a deletion back", async ({
  page,
  t,
}) => {
  const slug = unique("serra");
  const organization = "Clube Serra Alta";
  await page.goto("/criar-conta");
  await page.locator("[name=organization]").fill(organization);
  await page.locator("[name=slug]").fill(slug);
  await page.locator("input[name=name]").fill("Marta Leal");
  await page.locator("[name=email]").fill(`marta@${slug}.example`);
  await page.locator("[name=password]").fill("uma senha longa");
  await page.getByRole("button", { name: t("accounts.signUp.submit") }).click();
  await expect(page).toHaveURL(new RegExp(`/t/${slug}`));
  await page.goto(`/t/${slug}/communities/new`);
  await page.locator("input[name=name]").fill("Trilhas da Serra");
  await page.getByRole("button", { name: t("communities.form.submit") }).click();
  await expect(page.locator("h1")).toContainText("Trilhas da Serra");

  await page.goto(`/t/${slug}/settings`);
  await page.getByRole("link", { name: t("permissions.title") }).click();
  const handOver = page.locator("tr[data-action='tenant.transfer']");
  await expect(handOver).toContainText(t("permissions.own.everywhere"));
  await expectGoodPage(page);
  await page.locator("[name=party]").selectOption("finance");
  await page.getByRole("button", { name: t("permissions.apply") }).click();
  await expect(page).toHaveURL(/party=finance/);
  await expect(page.locator("tr[data-action]")).toHaveCount(2);
  await expect(page.locator("tr[data-action='billing.manage']")).toBeVisible();
  await expect(handOver).toHaveCount(0);

  await page.goto(`/t/${slug}/settings/audit`);
  const acts = page.locator("main ol > li");
  await page.locator("[name=find]").fill("trilhas da");
  await page.getByRole("button", { name: t("audit.apply") }).click();
  await page.getByRole("link", { name: /Trilhas da Serra/ }).click();
  await expect(page.getByText(t("audit.history", { name: "Trilhas da Serra" }))).toBeVisible();
  await expect(acts).toHaveCount(1);
  await expect(acts.first()).toHaveAttribute("data-action", "community.created");
  await expect(page.getByRole("link", { name: t("audit.exportCsv") })).toHaveAttribute("href", /subject=/);

  await page.goto(`/t/${slug}/settings/organization`);
  await page.getByRole("button", { name: t("tenantLife.deletion.submit") }).click();
  const form = page.locator("form:has([name=typedName])");
  await form.locator("[name=typedName]").fill(organization);
  await form.getByRole("button", { name: t("tenantLife.deletion.submit") }).click();
  const undo = page.getByRole("button", { name: t("tenantLife.deletion.undo") });
  await expect(undo).toBeVisible();

  const plans = page.getByRole("heading", { name: t("billing.plans.title"), exact: true });
  await page.goto(`/t/${slug}/billing`);
  await expect(page.getByText(t("billing.leaving.body"))).toBeVisible();
  await expect(plans).toHaveCount(0);
  await expect(page.getByText(/nada é apagado/i)).toHaveCount(0);
  await expectGoodPage(page);
  await page.goto(`/t/${slug}/billing/change?plan=growth&interval=month`);
  await expect(page).toHaveURL(new RegExp(`/t/${slug}/billing$`));

  await page.getByRole("link", { name: t("readOnly.deletion.action") }).click();
  await undo.click();
  // While it waits the button has another name: only what comes back says that it is done.
  await expect(page.getByRole("button", { name: t("tenantLife.deletion.submit") }).first()).toBeVisible();
  await expect(undo).toHaveCount(0);
  await page.goto(`/t/${slug}/billing`);
  await expect(plans).toBeVisible();
});
