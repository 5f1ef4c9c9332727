import { expect } from "@playwright/test";
import { expectGoodPage } from "./support/axe";
import { test } from "./support/journey";

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  test(`I4: the reference of the API reads well at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/docs/api");
    await page.locator("#postCommunities summary").click();
    await expect(page.locator("#postCommunities table").first()).toContainText("description");
    await expectGoodPage(page);
  });
}
