import { beforeEach, expect, test } from "vitest";
import { POST } from "@/app/(auth)/unsubscribe/[token]/one-click/route";
import { acceptByLink, refuseByLink } from "@/lib/consent/commands/refuse-by-link";
import { findRefusal } from "@/lib/consent/queries/find-refusal";
import { readRefusalToken, refusalToken } from "@/lib/consent/refusal-token";
import { newId } from "@/lib/shared/ids";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let memberId: string;
let token: string;
const visit = () => ({ now: new Date(), ip: "203.0.113.7" });

beforeEach(async () => {
  here = await aTenant();
  memberId = await aMember(here.tenantId);
  token = refusalToken({ tenantId: here.tenantId, memberId, channel: "email", purpose: "announcements" });
});

const ledger = () =>
  here.as("owner").db.consent.findMany({
    where: { memberId },
    select: { channel: true, purpose: true, granted: true, source: true, origin: true },
    orderBy: [{ at: "asc" }, { purpose: "asc" }],
  });

test("P16: one press says no to announcements and promotions by that channel, with where it came from", async () => {
  await refuseByLink(token, "unsubscribe_page", visit());
  const entry = { channel: "email", granted: false, source: "unsubscribe_page", origin: "203.0.113.7" };
  expect(await ledger()).toEqual([
    { ...entry, purpose: "announcements" },
    { ...entry, purpose: "promotions" },
  ]);
  expect((await findRefusal(token))?.isRefused).toBe(true);
});

test("said twice it is written once; taken back it is written again", async () => {
  await refuseByLink(token, "unsubscribe_page", visit());
  await refuseByLink(token, "one_click", visit());
  expect(await ledger()).toHaveLength(2);
  await acceptByLink(token, visit());
  expect(await ledger()).toHaveLength(4);
  expect((await findRefusal(token))?.isRefused).toBe(false);
});

test("RFC 8058: the mail program's button works without page or sign-in, for as long as there is a person", async () => {
  const press = (value: string) =>
    POST(new Request("http://aldeia.example/", { method: "POST", body: "List-Unsubscribe=One-Click" }), {
      params: Promise.resolve({ token: value }),
    });
  expect((await press(token)).status).toBe(204);
  expect((await ledger())[0]).toMatchObject({ granted: false, source: "one_click" });
  await here
    .as("owner")
    .db.member.delete({ where: { tenantId_id: { tenantId: here.tenantId, id: memberId } } });
  expect((await press(token)).status).toBe(404);
});

test("a token names what it was made for; another letter in it makes it nobody's", async () => {
  const named = { tenantId: newId(), memberId: newId(), channel: "email", purpose: "promotions" } as const;
  expect(readRefusalToken(refusalToken(named))).toEqual(named);
  const made = refusalToken(named);
  for (let place = 0; place < made.length; place += 1) {
    const other = made[place] === "A" ? "Q" : "A";
    expect(readRefusalToken(made.slice(0, place) + other + made.slice(place + 1))).toBeNull();
  }
  expect(await findRefusal("x")).toBeNull();
});
