import { expect } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

test("A21: what is to be posted by hand is copied, ticked, taken back and ticked again, and the sending counts it", async ({
  page,
  request,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const communities = await api.get<Listed>("/communities");
  const community = communities.data.find(({ name }) => name === "Corre Vila");
  const groups = await api.get<Listed>(`/communities/${community?.id}/groups`);
  const group = groups.data.find(({ name }) => name === "Caronas");
  const word = unique("repasse");
  const { id } = await api.post<{ id: string }>("/announcements", {
    communityIds: [community?.id],
    audience: { kind: "groups", groupIds: [group?.id] },
    body: `*Carona* ${word}`,
    channels: ["relay"],
    schedule: { mode: "now" },
  });
  await api.post(`/announcements/${id}/send`, {});

  await signIn(page, "owner@aurora.example");
  await page.goto("/t/aurora/announcements");
  await page.getByRole("link", { name: t("announcements.list.relay"), exact: true }).click();
  await expect(page).toHaveURL(/\/relay$/);
  const task = page.getByRole("article").filter({ hasText: word });
  await expect(async () => {
    await page.reload();
    await expect(task).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectGoodPage(page);
  await expect(task.getByRole("link", { name: t("relay.whatsapp"), exact: true })).toHaveAttribute(
    "href",
    new RegExp(`wa\\.me.*${word}`),
  );
  const tick = task.getByRole("button", { name: t("relay.tick"), exact: true });
  const undo = task.getByRole("button", { name: t("relay.undo"), exact: true });
  await tick.click();
  await undo.click();
  await tick.click();
  await expect(undo).toBeVisible();
  await expect(tick).toHaveCount(0);

  await page.goto(`/t/aurora/announcements/${id}`);
  await expect(page.getByText(t("relay.coverage.groups", { posted: 1, groups: 1 }))).toBeVisible();
  await expectGoodPage(page);
});
