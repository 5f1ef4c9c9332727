import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

/** Somebody new in the community, signed in on a phone of their own. */
async function aNewcomer(browser: Browser, request: APIRequestContext, name: string): Promise<Page> {
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data: communities } = await api.get<Listed>("/communities");
  const communityId = communities.find((one) => one.name === "Corre Vila")?.id;
  const { data: groups } = await api.get<Listed>(`/communities/${communityId}/groups`);
  const groupId = groups.find((one) => one.name === "Nutrição")?.id;
  const invite = await api.post<{ url: string }>("/invites", { communityId, groupId });
  const phone = await browser.newContext({
    locale: "pt-BR",
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await phone.newPage();
  await page.goto(new URL(invite.url).pathname);
  await page.locator("input[name=name]").fill(name);
  await page.locator("[name=email]").fill(`${unique("ideia")}@pessoas.example`);
  await page.locator("main form button[type=submit]").click();
  await expect(page).toHaveURL(/\/m\/aurora/);
  return page;
}

test("an idea finds its like, is done, and those who asked say whether that solved it", async ({
  page: staff,
  browser,
  request,
  t,
}) => {
  test.setTimeout(240_000);
  const idea = `Chuveiro na chegada ${unique("x")}`;
  const [ana, bia] = [
    await aNewcomer(browser, request, "Ana Prado"),
    await aNewcomer(browser, request, "Bia Nunes"),
  ];

  await ana.goto("/m/aurora/ideas");
  await ana.locator("[name=title]").fill(idea);
  await ana.locator("[name=shared]").check({ force: true });
  await ana.getByRole("button", { name: t("portal.ideas.submit"), exact: true }).click();
  await expect(ana.getByText(t("portal.ideas.sent"))).toBeVisible();
  const id = /ideas\/([\w-]+)/.exec(ana.url())?.[1] ?? "";

  await bia.goto("/m/aurora/ideas");
  await bia.locator("[name=title]").pressSequentially("chuveiro na chegáda", { delay: 20 });
  await bia.getByRole("button", { name: t("portal.ideas.supportOf", { title: idea }) }).click();
  await expect(bia.getByText(t("portal.ideas.supported")).first()).toBeVisible();
  await expectGoodPage(bia);
  await bia.goto(`/m/aurora/ideas/${id}`);
  await expect(bia.locator("h1")).toContainText("Chuveiro");
  await expect(bia.locator("main")).not.toContainText("Ana Prado");
  await expectGoodPage(bia);

  await signIn(staff, "owner@aurora.example");
  await staff.goto("/t/aurora/feedback/board");
  await expectGoodPage(staff);
  // The keyboard's way: the list of states in the card itself.
  const card = staff.getByRole("listitem").filter({ hasText: idea });
  await card.locator("summary").focus();
  await staff.keyboard.press("Enter");
  await card.getByRole("button", { name: t("feedback.statuses.in_progress") }).press("Enter");
  const doing = staff.getByRole("region", { name: t("feedback.statuses.in_progress") });
  await expect(doing.getByRole("link", { name: idea })).toBeVisible();
  // The mouse's way: dragged into the column. A drag that begins while the columns are drawn anew is lost, as a hand's would be.
  const done = staff.getByRole("region", { name: new RegExp(`^${t("feedback.statuses.done")}`) });
  const moved = done.getByRole("link", { name: idea });
  await expect(async () => {
    const dragged = doing.getByRole("listitem").filter({ hasText: idea });
    if (!(await moved.isVisible())) await dragged.dragTo(done, { timeout: 3_000 });
    await expect(moved).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await expectGoodPage(staff);

  await staff.goto(`/t/aurora/feedback/${id}`);
  await expect(async () => {
    await staff.reload();
    await expect(staff.getByText(t("feedback.loop.told", { count: 2 }))).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expectGoodPage(staff);
  await staff.getByRole("button", { name: t("feedback.loop.draft") }).click();
  await expect(staff).toHaveURL(/announcements\/[\w-]+\/edit/);
  await expect(staff.locator("[name=askedFeedbackId]")).toHaveValue(id);
  await expectGoodPage(staff);

  await bia.goto(`/m/aurora/ideas/${id}`);
  await expectGoodPage(bia);
  await bia.locator("[name=solved][value=no]").check({ force: true });
  await bia.locator("[name=body]").fill("A água acaba às 9h.");
  await bia.getByRole("button", { name: t("portal.ideas.solvedSubmit") }).click();
  await expect(bia.getByText(t("feedback.statuses.in_progress")).first()).toBeVisible();

  await staff.goto(`/t/aurora/feedback/${id}`);
  await expect(staff.getByText("A água acaba às 9h.")).toBeVisible();
  await staff.goto("/t/aurora/feedback/scores");
  await expectGoodPage(staff);
  await staff.goto("/t/aurora/feedback/forms");
  await expectGoodPage(staff);

  const form =
    (await staff
      .getByText(/\/f\/[\w-]+$/)
      .first()
      .textContent()) ?? "";
  const stranger = await (await browser.newContext({ locale: "pt-BR" })).newPage();
  await stranger.goto(new URL(form).pathname);
  await expectGoodPage(stranger);
  await stranger.locator("[name=title]").fill(`Fila longa ${idea}`);
  await stranger.getByRole("button", { name: t("feedbackForms.page.submit"), exact: true }).click();
  await expect(stranger.locator("h1")).toContainText(t("feedbackForms.page.thanks"));
  await expectGoodPage(stranger);
});
