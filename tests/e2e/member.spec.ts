import { expect } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("a member joins by link, reads, and sends feedback; staff answer and the member sees it", async ({
  page,
  request,
  browser,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data: communities } = await api.get<Listed>("/communities");
  const community = communities.find(({ name }) => name === "Corre Vila");
  const { data: groups } = await api.get<Listed>(`/communities/${community?.id}/groups`);
  const group = groups.find(({ name }) => name === "Caronas");
  const invite = await api.post<{ url: string }>("/invites", {
    communityId: community?.id,
    groupId: group?.id,
  });

  const someone = unique("nova");
  await page.goto(new URL(invite.url).pathname);
  await expect(page.locator("h1")).toContainText("Corre Vila");
  await expect(page.getByText(t("invites.join.privacyGroup"))).toBeVisible();
  await expectGoodPage(page);
  await page.locator("input[name=name]").fill("Nara Vidal");
  await page.locator("[name=email]").fill(`${someone}@pessoas.example`);
  await page.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/m\/aurora|done/);
  await page.goto("/m/aurora");
  await expectGoodPage(page);

  const { id } = await api.post<{ id: string }>("/announcements", {
    communityIds: [community?.id],
    audience: { kind: "groups", groupIds: [group?.id] },
    body: `*Carona nova* ${someone}`,
    channels: ["in_app"],
    schedule: { mode: "now" },
  });
  await api.post(`/announcements/${id}/send`, {});
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(someone)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(async () => {
    const { data } = await api.get<{ data: { counts: { read: number } }[] }>(
      `/announcements/${id}/occurrences`,
    );
    expect(data[0]?.counts.read).toBe(1);
  }).toPass({ timeout: 20_000 });

  await page.goto("/m/aurora/ideas");
  await expectGoodPage(page);
  await page.locator("[name=kind][value=suggestion]").check({ force: true });
  await page.locator("[name=title]").fill(`Mais caronas às quartas ${someone}`);
  await page.locator("[name=body]").fill("Saio às 6h e volto às 8h.");
  await page.getByRole("button", { name: t("portal.ideas.submit"), exact: true }).click();
  await expect(page.getByText(`Mais caronas às quartas ${someone}`).first()).toBeVisible();

  const office = await browser.newContext({ locale: "pt-BR" });
  const staff = await office.newPage();
  await signIn(staff, "agent@aurora.example");
  await staff.goto("/t/aurora/feedback");
  await expectGoodPage(staff);
  await staff.getByText(`Mais caronas às quartas ${someone}`).first().click();
  await expect(staff.locator("h1")).toContainText("Mais caronas");
  await expectGoodPage(staff);
  await staff.locator("textarea[name=body]").first().fill("Combinado: quarta tem carona.");
  await staff.locator("form:has(textarea[name=body]) button[type=submit]").first().click();
  await expect(staff.getByText("Combinado: quarta tem carona.").first()).toBeVisible();
  await office.close();

  await page.goto("/m/aurora/ideas");
  await page.getByText(`Mais caronas às quartas ${someone}`).first().click();
  await expect(page.getByText("Combinado: quarta tem carona.").first()).toBeVisible();
  await expectGoodPage(page);
});
