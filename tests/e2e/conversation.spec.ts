import { type Browser, expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { type Api, apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";
import type { Texts } from "./support/texts";

const aPicture = () =>
  sharp({ create: { width: 1_200, height: 900, channels: 3, background: "#2f6b5e" } })
    .jpeg()
    .toBuffer();

type Listed = { data: { id: string; name: string }[] };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test.use(phone);
// Three browsers, one after the other and together.
test.setTimeout(240_000);

/** Somebody new comes into a room by its link, in a browser of their own. */
async function newcomer(
  browser: Browser,
  t: Texts,
  given: { api: Api; room: Room; name: string },
): Promise<Page> {
  const { api, room, name } = given;
  const { url } = await api.post<{ url: string }>("/invites", room);
  const page = await (await browser.newContext({ ...phone, locale: "pt-BR" })).newPage();
  await page.goto(new URL(url).pathname);
  await page.locator("input[name=name]").fill(name);
  await page.locator("[name=email]").fill(`${unique("fala")}@pessoas.example`);
  await page.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/m\/aurora|done/);
  await page.goto(`/m/aurora/groups/${room.groupId}`);
  await expect(field(page, t)).toBeVisible();
  return page;
}
const field = (page: Page, t: Texts) =>
  page.getByRole("textbox", { name: t("conversations.write"), exact: true });
type Room = { communityId: string; groupId: string };

const say = async (page: Page, t: Texts, words: string) => {
  await field(page, t).fill(words);
  await page.getByRole("button", { name: t("conversations.send"), exact: true }).click();
};

test("two people talk in a room: at once, without a gap after being away, and nothing twice", async ({
  request,
  browser,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data: communities } = await api.get<Listed>("/communities");
  const communityId = communities[0]?.id ?? "";
  const { id: groupId } = await api.post<{ id: string }>(`/communities/${communityId}/groups`, {
    name: unique("Sala"),
  });
  const room = { communityId, groupId };
  const nara = await newcomer(browser, t, { api, room, name: "Nara Vidal" });
  const otto = await newcomer(browser, t, { api, room, name: "Otto Reis" });

  await say(nara, t, "Quem vai *amanhã*?");
  await expect(otto.locator("strong", { hasText: "amanhã" })).toBeVisible();
  await expect(otto.getByText("Nara Vidal").first()).toBeVisible();
  await say(otto, t, "Eu vou");
  await expect(nara.getByText("Eu vou")).toBeVisible();
  await expectGoodPage(nara);

  // An answer quotes, a reaction is seen by both.
  await otto.getByRole("button", { name: /Quem vai/ }).click();
  await expectGoodPage(otto);
  await otto.getByRole("button", { name: t("conversations.reactWith", { emoji: "👍" }) }).click();
  await expect(nara.getByText("👍").first()).toBeVisible();
  await otto.getByRole("button", { name: /Quem vai/ }).click();
  await otto.getByRole("button", { name: t("conversations.answer"), exact: true }).click();
  await say(otto, t, "Levo a bola");
  await expect(nara.getByRole("link", { name: /Quem vai/ })).toBeVisible();

  // A draft outlives the page.
  await field(nara, t).fill("Levo o caf");
  await nara.waitForTimeout(500);
  await nara.reload();
  await expect(field(nara, t)).toHaveValue("Levo o caf");

  // Away while the other goes on: what was said meanwhile is there, once.
  await nara.context().setOffline(true);
  for (const words of ["Às sete", "Na praça"]) await say(otto, t, words);
  await expect(otto.getByText("Na praça")).toBeVisible();
  await say(nara, t, "Levo o café");
  await expect(nara.getByText(t("conversations.notSent"))).toBeVisible();
  await nara.context().setOffline(false);
  await expect(nara.getByText("Na praça")).toBeVisible({ timeout: 20_000 });
  await nara.getByRole("button", { name: t("conversations.sendAgain") }).click();
  await expect(otto.getByText("Levo o café")).toHaveCount(1);
  await expect(nara.getByText("Levo o café")).toHaveCount(1);
  await expect(nara.getByText("Às sete")).toHaveCount(1);

  // One's own words can be said better, and taken back.
  await otto.getByRole("button", { name: /Eu vou/ }).click();
  await otto.getByRole("button", { name: t("conversations.edit"), exact: true }).click();
  await otto.locator("dialog textarea").fill("Eu vou, sim");
  await expectGoodPage(otto);
  await otto.getByRole("button", { name: t("conversations.saveEdit") }).click();
  await expect(nara.getByText("Eu vou, sim")).toBeVisible();
  await otto.getByRole("button", { name: /Na praça/ }).click();
  await otto.getByRole("button", { name: t("conversations.removeOwn") }).click();
  await expect(nara.getByText("Na praça")).toHaveCount(0);
  await expect(nara.getByText(t("conversations.removed"))).toBeVisible();

  // A picture, with words for who does not see it, and gone with its message.
  const photo = { name: "pista.jpg", mimeType: "image/jpeg", buffer: await aPicture() };
  await nara.locator("input[type=file]").setInputFiles(photo);
  await nara
    .getByLabel(t("conversations.attachAlt", { name: "pista.jpg" }))
    .fill("A pista vista da arquibancada");
  await expectGoodPage(nara);
  await nara.getByRole("button", { name: t("conversations.send"), exact: true }).click();
  const picture = otto.getByRole("img", { name: "A pista vista da arquibancada" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expectGoodPage(otto);
  const source = (await picture.getAttribute("src")) ?? "";
  await nara
    .getByRole("button", { name: new RegExp(t("conversations.mediaUnnamed")) })
    .last()
    .click();
  await nara.getByRole("button", { name: t("conversations.removeOwn") }).click();
  await expect(picture).toHaveCount(0);
  expect((await otto.request.get(source)).status()).toBe(404);

  // What was said is found again, whatever the accents.
  await nara.goto(`/m/aurora/groups/${groupId}/search?q=cafe`);
  await expect(nara.getByText("Levo o café")).toBeVisible();
  await expectGoodPage(nara);
  await nara.getByRole("listitem").filter({ hasText: "Levo o café" }).getByRole("link").first().click();
  await expect(nara).toHaveURL(/at=.*#m-/);
  await expect(nara.locator("li:target")).toContainText("Levo o café");
  await nara.goto(`/m/aurora/groups/${groupId}`);

  // A member reports, and the team removes it with a trace.
  await otto.getByRole("button", { name: /Levo o café/ }).click();
  await otto.getByRole("button", { name: t("conversations.report"), exact: true }).click();
  await otto.getByLabel(t("conversations.reportWhy")).fill("Não é daqui");
  await otto.getByRole("button", { name: t("conversations.reportSubmit") }).click();
  const staff = await (await browser.newContext({ locale: "pt-BR" })).newPage();
  await signIn(staff, "owner@aurora.example");
  const place = `/t/aurora/communities/${communityId}/groups/${groupId}`;
  await staff.goto(`${place}/care`);
  await expect(staff.getByText("Não é daqui")).toBeVisible();
  await expectGoodPage(staff);
  await staff.getByRole("button", { name: t("conversations.care.remove") }).click();
  await expect(staff.getByText(t("conversations.care.noReports"))).toBeVisible();
  await expect(nara.getByText(t("conversations.removedByAdmin"))).toBeVisible();
  await staff.goto(`${place}/search?q=bola`);
  await expect(staff.getByText("Levo a bola")).toBeVisible();
  await expectGoodPage(staff);
  await staff.goto(`${place}/talk`);
  await expectGoodPage(staff);
  await say(staff, t, "Bom dia da casa");
  await expect(nara.getByText("Bom dia da casa")).toBeVisible();

  // Who leaves sees nothing more of the room, also in a page that is open elsewhere (R7).
  const elsewhere = await otto.context().newPage();
  await elsewhere.goto(`/m/aurora/groups/${groupId}/people`);
  await elsewhere
    .getByRole("button", { name: t("portal.room.leave") })
    .first()
    .click();
  await elsewhere
    .getByRole("dialog")
    .getByRole("button", { name: t("portal.room.leave") })
    .click();
  await expect(otto.getByText(t("conversations.goneTitle"))).toBeVisible();
  await expect(otto.getByText("Às sete")).toHaveCount(0);
});
