import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { signIn } from "./support/sign-in";

// Far enough that no other journey's announcements stand there, and a Tuesday.
const YEAR = new Date().getUTCFullYear() + 2;
const first = firstTuesday(YEAR);
const day = (weeks: number, days = 0) =>
  new Date(Date.parse(`${first}T00:00:00Z`) + (weeks * 7 + days) * 86_400_000).toISOString().slice(0, 10);

function firstTuesday(year: number): string {
  const weekday = new Date(Date.UTC(year, 2, 1)).getUTCDay();
  return new Date(Date.UTC(year, 2, 1 + ((9 - weekday) % 7))).toISOString().slice(0, 10);
}

test("a weekly series is written, seen in the calendar, one time of it moved and one skipped", async ({
  page,
  t,
}) => {
  const mark = unique("serie");
  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/announcements/new");
  await page.locator("textarea[name=body]").fill(`Treino ${mark}`);
  const house = page.locator("[name=communityId] option", { hasText: "Corre Vila" });
  await page.locator("[name=communityId]").selectOption((await house.getAttribute("value")) ?? "");
  await page.locator("[name=audience][value=groups]").check();
  await page
    .getByText(/^Caronas/)
    .first()
    .click();
  await page.locator("[name=when][value=at]").check();
  await page.locator("[name=localTime]").fill(`${first}T09:00`);
  await page.locator("[name=repeat]").selectOption("weekly");
  await page.locator("[name=ends]").selectOption("count");
  await page.locator("[name=count]").fill("4");
  const next = page.locator("[data-part=when] ol li");
  await expect(next).toHaveCount(4);
  await expect(next.first()).toContainText("09:00");
  await expectGoodPage(page);
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/announcements\/[0-9a-f-]{36}$/);
  const series = page.url();
  await expect(page.locator("section", { has: page.locator("#times") }).locator("li")).toHaveCount(4);
  await expectGoodPage(page);

  const month = `/t/aurora/announcements/calendar?date=${first}`;
  await page.goto(month);
  const at = (on: string) => page.locator(`[data-day="${on}"]`);
  await expect(at(day(0)).getByText(mark)).toBeVisible();
  await expect(at(day(1)).getByText(mark)).toBeVisible();
  await expectGoodPage(page);
  await at(day(1))
    .getByRole("button", { name: t("announcements.times.moveTo") })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog
    .locator("[name=localTime]")
    .first()
    .fill(`${day(1, 1)}T10:30`);
  await expectGoodPage(page);
  await dialog.getByRole("button", { name: t("announcements.times.move"), exact: true }).click();
  await expect(at(day(1, 1)).getByText(mark)).toBeVisible();
  await expect(at(day(1)).getByText(mark)).toHaveCount(0);

  await page.goto(series);
  const times = page.locator("section", { has: page.locator("#times") }).locator("li");
  await expect(times).toHaveCount(3);
  await times
    .nth(1)
    .getByRole("button", { name: t("announcements.times.change") })
    .click();
  await times
    .nth(1)
    .getByRole("button", { name: t("announcements.times.skip") })
    .click();
  await expect(times).toHaveCount(2);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(month);
  await expectGoodPage(page);
});
