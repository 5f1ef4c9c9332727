import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";

const PEOPLE = [
  "nome,telefone,email,etiquetas",
  "Ana Beatriz Rocha,(11) 90000-1001,ana@pessoas.example,trilha",
  "João Queiroz,(11) 90000-1002,joao@pessoas.example,",
  "Sem Contato,,,",
  "Lívia Prado,(11) 90000-1003,livia@pessoas.example,5 km",
].join("\n");

for (const locale of ["pt-BR", "en"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the owner signs up, creates a community and a group, imports people and invites", async ({
      page,
      t,
    }) => {
      const slug = unique("casa");
      await page.goto("/criar-conta");
      await expectGoodPage(page);
      await page.locator("[name=organization]").fill("Clube Serra Azul");
      await page.locator("[name=slug]").fill(slug);
      await page.locator("input[name=name]").fill("Marta Leal");
      await page.locator("[name=email]").fill(`marta@${slug}.example`);
      await page.locator("[name=password]").fill("uma senha longa");
      await page.getByRole("button", { name: t("accounts.signUp.submit") }).click();
      await expect(page).toHaveURL(new RegExp(`/t/${slug}`));
      await expectGoodPage(page);

      await page.goto(`/t/${slug}/communities/new`);
      await expectGoodPage(page);
      await page.locator("input[name=name]").fill("Serra Azul 🏔️");
      await page.locator("textarea[name=description]").fill("Trilhas de fim de semana.");
      await page.getByRole("button", { name: t("communities.form.submit") }).click();
      await expect(page.locator("h1")).toContainText("Serra Azul");
      await expectGoodPage(page);

      await page
        .getByRole("link", { name: t("communities.house.createGroup") })
        .first()
        .click();
      await page.locator("input[name=name]").fill("Caronas");
      await page.locator("main button[type=submit]").last().click();
      await expect(page.getByText("Caronas").first()).toBeVisible();

      await page.goto(`/t/${slug}/members/import`);
      await expectGoodPage(page);
      const file = { name: "pessoas.csv", mimeType: "text/csv", buffer: Buffer.from(PEOPLE) };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: t("imports.upload.submit") }).click();
      await expect(page.getByText(t("imports.errors.identifier_missing")).first()).toBeVisible({
        timeout: 30_000,
      });
      await expectGoodPage(page);
      await page.locator("button[value=start]").click();
      await expect(page.getByText(t("imports.result.done")).first()).toBeVisible({ timeout: 30_000 });
      await page.goto(`/t/${slug}/members`);
      await expect(page.getByText("Lívia Prado").first()).toBeVisible();
      await expectGoodPage(page);

      await page.goto(`/t/${slug}/communities`);
      await page
        .getByRole("link", { name: /Serra Azul/ })
        .first()
        .click();
      await page.getByRole("link", { name: t("communities.tabs.invites") }).click();
      await expect(page.getByRole("button", { name: t("invites.submit") })).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("button", { name: t("invites.submit") }).click();
      await expect(page.getByText(t("invites.ready")).first()).toBeVisible();
      await expect(page.getByRole("img", { name: t("invites.qr") })).toBeVisible();
      await expect(page.getByText(/\/join\//).first()).toBeVisible();
    });
  });
}
