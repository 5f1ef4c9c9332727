import { expect, type Page } from "@playwright/test";
import { apiWith } from "./support/api";
import { expectGoodPage } from "./support/axe";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

type Listed = { data: { id: string; name: string }[] };

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("A10: notifications are offered and never asked for on load; what is pushed shows, and knows where it leads", async ({
  page,
  context,
  request,
  t,
}) => {
  const api = apiWith(request, apiKeyOf("aurora"));
  const { data } = await api.get<Listed>("/communities");
  const communityId = data.find(({ name }) => name === "Corre Vila")?.id;
  const invite = await api.post<{ url: string }>("/invites", { communityId });
  await page.goto(new URL(invite.url).pathname);
  await page.locator("input[name=name]").fill("Nara Vidal");
  await page.locator("[name=email]").fill(`${unique("aviso")}@pessoas.example`);
  await page.getByRole("button", { name: t("invites.join.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/m\/aurora|done/);

  await page.addInitScript(() => {
    const asked = { count: 0 };
    Object.assign(window, { asked });
    const request = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = (...given) => {
      asked.count += 1;
      return request(...given);
    };
  });
  await context.grantPermissions(["notifications"]);
  await page.goto("/m/aurora/me");
  await expect(page.getByRole("button", { name: t("portal.push.turnOn") })).toBeVisible();
  await expectGoodPage(page);
  expect(await page.evaluate(() => (window as unknown as { asked: { count: number } }).asked.count)).toBe(0);

  const push = await pusherOf(page, {
    title: "Corre Vila",
    body: "Treino às 6h",
    url: `${new URL(page.url()).origin}/m/aurora`,
    tag: "t1",
    lang: "pt-BR",
    stop: { title: "Parar", url: "/unsubscribe/x" },
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data }));
    });
  const wanted = {
    title: "Corre Vila",
    body: "Treino às 6h",
    tag: "t1",
    lang: "pt-BR",
    data: { url: expect.stringContaining("/m/aurora"), stop: "/unsubscribe/x" },
  };
  // A message that comes while the worker has only just begun is dropped by the browser; one with the same tag takes its place.
  await expect(async () => {
    await push();
    await expect.poll(shown, { timeout: 3_000 }).toEqual([wanted]);
  }).toPass({ timeout: 20_000 });
});

/** Registers the page's worker. @returns what hands a message to it, as its browser does with one from a push service */
async function pusherOf(page: Page, message: object): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration && !registration.isDeleted) resolve(registration.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js");
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  const origin = new URL(page.url()).origin;
  const data = JSON.stringify(message);
  return () => session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
}

test("R7: who signs out gets no notification on the device any more", async ({ page, t }) => {
  await signIn(page, "owner@aurora.example");
  await page.goto("/m/aurora");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // No push service answers here: the address that the browser would have got from one stands in for it.
  await page.addInitScript(() => {
    PushManager.prototype.getSubscription = async () =>
      ({
        endpoint: "https://push.example/1",
        unsubscribe: async () => {
          sessionStorage.setItem("ended", "yes");
          return true;
        },
      }) as unknown as PushSubscription;
  });
  await page.goto("/sair");
  await page.getByRole("button", { name: t("accounts.signOut.submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/entrar/);
  expect(await page.evaluate(() => sessionStorage.getItem("ended"))).toBe("yes");
});
