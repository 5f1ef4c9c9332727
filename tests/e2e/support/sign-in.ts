import { expect, type Page } from "@playwright/test";

/** Signs a demo user in through the page, as a person does. */
export async function signIn(page: Page, email: string, password = "aldeia-demo"): Promise<void> {
  await page.goto("/entrar");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.locator("button[value=password]").click();
  await expect(page).not.toHaveURL(/\/entrar/);
}
