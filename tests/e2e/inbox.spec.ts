import { type Browser, expect, type Page } from "@playwright/test";
import { type Api, apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";
import type { Texts } from "./support/texts";

type Listed = { data: { id: string; name: string }[] };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1_280, height: 900 } };

// Three browsers, one after the other and together.
test.setTimeout(240_000);

/** Somebody new of a community, on a phone of their own, before the page on which one writes to the house. */
async function newcomer(
  browser: Browser,
  t: Texts,
  { api, name }: { api: Api; name: string },
): Promise<Page> {
  const { data: communities } = await api.get<Listed>("/communities");
  const communityId = communities[0]?.id ?? "";
  const { url } = await api.post<{ url: string }>("/invites", { communityId });
  const page = await (await browser.newContext({ ...phone, locale: "pt-BR" })).newPage();
  await page.goto(new URL(url).pathname);
  await page.locator("input[name=name]").fill(name);
  await page.locator("[name=email]").fill(`${unique("caixa")}@pessoas.example`);
  await page.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/m\/aurora|done/);
  await page.goto("/m/aurora/contact");
  await expect(page.getByLabel(t("portal.contact.message"))).toBeVisible();
  return page;
}

const write = async (page: Page, t: Texts, words: string) => {
  await page.getByLabel(t("portal.contact.message")).fill(words);
  await page.getByRole("button", { name: t("portal.contact.send"), exact: true }).click();
};

const colleague = async (browser: Browser, email: string) => {
  const page = await (await browser.newContext({ ...desk, locale: "pt-BR" })).newPage();
  await signIn(page, email);
  return page;
};

test("a member writes from a phone, the team sees it live and answers, and nobody answers past somebody else", async ({
  request,
  browser,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const name = unique("Lia Porto");
  const owner = await colleague(browser, "owner@aurora.example");
  await owner.goto("/t/aurora/inbox");
  await expectGoodPage(owner);
  const lia = await newcomer(browser, t, { api, name });
  await expectGoodPage(lia);

  await write(lia, t, "Que horas sai o ônibus?");
  await expect(lia.getByText("Que horas sai o ônibus?")).toBeVisible();
  // Without a look at the page: the stream said so.
  const row = owner.getByRole("link", { name: new RegExp(name) });
  await expect(row).toBeVisible();
  await row.click();
  await expect(owner.getByRole("heading", { name, level: 1 })).toBeVisible();

  // A second colleague looks at the same conversation; each is told of the other.
  const admin = await colleague(browser, "admin@aurora.example");
  await admin.goto(owner.url());
  await expect(owner.getByText(/também está vendo/)).toBeVisible();

  // By keys alone: r begins an answer, Ctrl and Enter send it.
  const ofOwner = owner.getByRole("textbox", { name: t("inbox.answer.label"), exact: true });
  const ofAdmin = admin.getByRole("textbox", { name: t("inbox.answer.label"), exact: true });
  await ofAdmin.pressSequentially("Às sete");
  await expect(owner.getByText(/está escrevendo/)).toBeVisible();
  await owner.locator("body").press("r");
  await expect(ofOwner).toBeFocused();
  await ofOwner.fill("Às seis e meia, do portão 3");
  await ofOwner.press("Control+Enter");
  await expect(lia.getByText("Às seis e meia, do portão 3")).toBeVisible();

  // The other had begun before: told first, with what was typed still there; then a note instead.
  await expect(admin.getByText("Às seis e meia, do portão 3", { exact: true })).toBeVisible();
  await ofAdmin.press("Control+Enter");
  await expect(admin.getByText(t("errors.answered_meanwhile"))).toBeVisible();
  await expect(ofAdmin).toHaveValue("Às sete");
  await expectGoodPage(admin);
  await admin.getByRole("button", { name: t("inbox.answer.readLatest") }).click();
  await admin.getByRole("radio", { name: t("inbox.answer.toNote") }).check();
  await admin.getByRole("button", { name: t("inbox.answer.saveNote") }).click();
  await expect(owner.getByText(t("inbox.thread.note"))).toBeVisible();
  await expect(lia.getByText("Às sete", { exact: true })).toHaveCount(0);
  await expectGoodPage(owner);

  // e closes it; what she writes opens it again.
  await owner.locator("h1").first().click();
  await owner.keyboard.press("e");
  await expect(owner.getByRole("button", { name: t("inbox.act.reopen"), exact: true })).toBeVisible();
  await write(lia, t, "Obrigada!");
  await expect(owner.getByText("Obrigada!").first()).toBeVisible();
  await expect(owner.getByRole("button", { name: t("inbox.act.close"), exact: true })).toBeVisible();

  // On a phone one pane at a time.
  await owner.setViewportSize(phone.viewport);
  await expect(owner.getByRole("link", { name: t("inbox.thread.back") })).toBeVisible();
  await expect(owner.getByRole("list", { name: t("inbox.list.label") })).toBeHidden();
  await expectGoodPage(owner);
});
