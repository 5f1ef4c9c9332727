import { expect } from "@playwright/test";
import sharp from "sharp";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

/** A poster as a phone takes a picture of it. */
const poster = () =>
  sharp({ create: { width: 1_800, height: 1_200, channels: 3, background: "#c0522c" } })
    .jpeg()
    .toBuffer();

test("the marketer adds a picture with words for who does not see it; a member sees it, until it is taken back", async ({
  page,
  request,
  browser,
  t,
}) => {
  test.setTimeout(240_000);
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data: communities } = await api.get<Listed>("/communities");
  const communityId = communities.find(({ name }) => name === "Corre Vila")?.id ?? "";
  const { data: groups } = await api.get<Listed>(`/communities/${communityId}/groups`);
  const groupId = groups.find(({ name }) => name === "Caronas")?.id ?? "";
  const { url } = await api.post<{ url: string }>("/invites", { communityId, groupId });
  const alt = `Cartaz da corrida ${unique("cartaz")}`;

  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  const portal = await phone.newPage();
  await portal.goto(new URL(url).pathname);
  await portal.locator("input[name=name]").fill("Iara Campos");
  await portal.locator("[name=email]").fill(`${unique("iara")}@pessoas.example`);
  await portal.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(portal).toHaveURL(/\/m\/aurora|done/);

  await signIn(page, "marketer@aurora.example");
  await page.goto("/t/aurora/announcements/new");
  await page.locator("textarea[name=body]").fill("*Corrida no sábado*\n\nÀs 8h, na praça");
  await page.locator("[name=communityId]").selectOption(communityId);
  await page.locator("[name=audience][value=groups]").check();
  await page
    .getByText(/^Caronas/)
    .first()
    .click();
  const file = { name: "cartaz.jpg", mimeType: "image/jpeg", buffer: await poster() };
  await page.locator("input[type=file][multiple]").setInputFiles(file);
  await expect(page.getByText(t("media.arrived", { name: "cartaz.jpg" }))).toBeVisible();
  await expectGoodPage(page);

  // Without words it is not kept, and what was typed and chosen is still there.
  await page.locator("button[value=draft]").click();
  await expect(page.getByText(t("errors.fields.alt_required")).first()).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel(t("media.alt"), { exact: true }).fill(alt);
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/announcements\/[0-9a-f-]{36}$/);
  await expect(page.getByAltText(alt)).toBeVisible();
  await expectGoodPage(page);
  const id = page.url().split("/").at(-1) ?? "";

  // Once the half minute to undo it is over.
  const shown = portal.getByAltText(alt);
  await expect(async () => {
    await portal.goto("/m/aurora");
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expectGoodPage(portal);
  const src = (await shown.getAttribute("src")) ?? "";
  expect((await portal.request.get(src)).headers()["content-type"]).toBe("image/webp");
  expect((await request.get(src)).status()).toBe(404);

  await api.post(`/announcements/${id}/retract`, {});
  await portal.reload();
  await expect(portal.getByText(t("portal.feed.removed")).first()).toBeVisible();
  await expect(shown).toHaveCount(0);
  expect((await portal.request.get(src)).status()).toBe(404);
  await phone.close();
});
