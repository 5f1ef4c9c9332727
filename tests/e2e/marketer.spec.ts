import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { signIn } from "./support/sign-in";

/** The next full minute but one in São Paulo, as the field wants it: far enough to choose, near enough to wait for. */
function soonInSaoPaulo(): string {
  const at = new Date(Date.now() + 65_000);
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "America/Sao_Paulo",
    dateStyle: "short",
    timeStyle: "short",
  });
  return parts.format(at).replace(" ", "T");
}

test("the marketer schedules an announcement for one minute from now and watches it arrive", async ({
  page,
  t,
}) => {
  test.setTimeout(240_000);
  const mark = unique("aviso");
  await signIn(page, "marketer@aurora.example");
  await page.goto("/t/aurora/announcements");
  await expectGoodPage(page);
  await page.goto("/t/aurora/announcements/new");
  await page
    .locator("textarea[name=body]")
    .fill(`*Treino extra* ${mark}\n\nOi, {{first_name|vizinho}}!\n- 5 km leve`);
  await expect(page.locator("section").getByText("Treino extra").first()).toBeVisible();
  const house = page.locator("[name=communityId] option", { hasText: "Corre Vila" });
  await page.locator("[name=communityId]").selectOption((await house.getAttribute("value")) ?? "");
  await page.locator("[name=audience][value=groups]").check();
  await page
    .getByText(/^Caronas/)
    .first()
    .click();
  await page.locator("[name=when][value=at]").check();
  await page.locator("[name=localTime]").fill(soonInSaoPaulo());
  const send = page.locator("button[value=send]");
  await expect(send).toContainText("80");
  await expectGoodPage(page);
  await send.click();
  await expect(page).toHaveURL(/announcements\/[0-9a-f-]{36}$/);
  await expect(page.getByText(t("announcements.statuses.scheduled")).first()).toBeVisible();
  await expectGoodPage(page);
  await expect(page.getByText(t("announcements.statuses.sent"), { exact: true }).first()).toBeVisible({
    timeout: 150_000,
  });
  await expect(page.getByText(/80/).first()).toBeVisible();
  await expectGoodPage(page);
});
