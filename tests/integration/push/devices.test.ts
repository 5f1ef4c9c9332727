import { beforeEach, expect, test } from "vitest";
import { signOutEverywhere } from "@/lib/accounts/commands/change-password";
import { listConsents } from "@/lib/consent/queries/list-consents";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { platformClient } from "@/lib/platform/db/clients";
import { turnOffPush } from "@/lib/push/commands/turn-off";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { listDevices, listOwnDevices } from "@/lib/push/queries/list-devices";
import { newId } from "@/lib/shared/ids";
import { aDevice, markOf } from "../../support/push-device";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let memberId: string;

beforeEach(async () => {
  here = await aTenant();
  memberId = await aMember(here.tenantId, { name: "Bia" });
});

const by = (id: string) => ({ ...here.as({ memberId: id }), ip: "203.0.113.7" });
const ledger = async (id: string) =>
  (await listConsents(here.as("owner"), id, { limit: 20 })).data.map(
    ({ channel, purpose, granted, source }) => `${channel} ${purpose} ${granted} ${source}`,
  );

test("P16: turning a device on is the consent, in the ledger at that moment; the same again is no second word", async () => {
  const device = aDevice();
  await turnOnPush(by(memberId), memberId, { ...device.subscription, device: "Firefox · Linux" });
  await turnOnPush(by(memberId), memberId, { ...device.subscription, device: "Firefox · Linux" });
  expect(await ledger(memberId)).toEqual(["push announcements true portal: Firefox · Linux"]);
  expect(await listOwnDevices(by(memberId))).toEqual([
    { id: expect.any(String), device: "Firefox · Linux", createdAt: expect.any(Date), mark: markOf(device) },
  ]);
});

test("P16: turning the last one off is the objection; one of two is not", async () => {
  const first = await turnOnPush(by(memberId), memberId, aDevice().subscription);
  const second = await turnOnPush(by(memberId), memberId, aDevice().subscription);
  await turnOffPush(by(memberId), memberId, first.id);
  expect(await ledger(memberId)).toHaveLength(2);
  await turnOffPush(by(memberId), memberId, second.id);
  expect((await ledger(memberId))[0]).toBe("push announcements false portal");
  await expect(turnOffPush(by(memberId), memberId, second.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a device on which somebody else signs in is theirs, and tells the first nothing any more", async () => {
  const { subscription } = aDevice();
  const other = await aMember(here.tenantId, { name: "Caio" });
  await turnOnPush(by(memberId), memberId, subscription);
  await turnOnPush(by(other), other, subscription);
  expect(await listOwnDevices(by(memberId))).toEqual([]);
  expect(await listOwnDevices(by(other))).toHaveLength(1);
});

test("X26: an address elsewhere and a key that seals nothing are refused by name", async () => {
  const { subscription } = aDevice("https://internal.example/admin");
  await expect(turnOnPush(by(memberId), memberId, subscription)).rejects.toMatchObject({
    code: "invalid_input",
    issues: [{ path: "endpoint", code: "invalid_push_service" }],
  });
  const { subscription: good } = aDevice();
  const keys = { ...good.keys, p256dh: Buffer.alloc(65, 4).toString("base64url") };
  await expect(turnOnPush(by(memberId), memberId, { ...good, keys })).rejects.toMatchObject({
    issues: [{ path: "keys.p256dh", code: "invalid_push_key" }],
  });
});

test("P15, T3: nobody else turns a person's devices on or off, sees them, or does it through their eyes", async () => {
  const { id } = await turnOnPush(by(memberId), memberId, aDevice().subscription);
  const other = await aMember(here.tenantId);
  await expect(turnOffPush(by(other), memberId, id)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(turnOffPush(by(other), other, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(listDevices(here.as("agent"), memberId)).rejects.toMatchObject({ code: "not_allowed" });
  const eyes = {
    ...by(memberId),
    actor: {
      kind: "member" as const,
      memberId,
      userId: null,
      seenBy: { userId: here.staff.owner.userId, within: null },
    },
  };
  await expect(turnOffPush(eyes, memberId, id)).rejects.toMatchObject({ code: "not_allowed" });
  expect(await listOwnDevices(eyes)).toEqual([]);
  const there = await aTenant();
  await expect(turnOffPush(there.as("owner"), memberId, id)).rejects.toMatchObject({ code: "not_found" });
});

test("twenty devices are enough: the oldest makes room", async () => {
  for (let n = 0; n < 22; n += 1)
    await turnOnPush({ ...by(memberId), now: new Date(1_790_000_000_000 + n * 1_000) }, memberId, {
      ...aDevice().subscription,
      device: `n${n}`,
    });
  const kept = (await listOwnDevices(by(memberId))).map(({ device }) => device);
  expect(kept).toHaveLength(20);
  expect([kept[0], kept.at(-1)]).toEqual(["n21", "n2"]);
});

test("X22: when two records become one, their devices do too; erasing the person ends them", async () => {
  const other = await aMember(here.tenantId, { name: "Bia de novo" });
  await turnOnPush(by(other), other, aDevice().subscription);
  await mergeMembers(here.as("owner"), { intoId: memberId, fromId: other });
  expect(await listOwnDevices(by(memberId))).toHaveLength(1);
  await here.as("owner").db.member.deleteMany({ where: { id: memberId } });
  expect(await here.as("owner").db.pushSubscription.count()).toBe(0);
});

test("R7: signing out everywhere ends one's devices in every tenant, and nobody else's", async () => {
  const elsewhere = await aTenant();
  const userId = newId();
  await platformClient().user.create({ data: { id: userId, email: `${userId}@casa.example`, name: "Bia" } });
  const there = await aMember(elsewhere.tenantId, { name: "Bia" });
  await here.as("owner").db.member.updateMany({ where: { id: memberId }, data: { userId } });
  await elsewhere.as("owner").db.member.updateMany({ where: { id: there }, data: { userId } });
  const other = await aMember(here.tenantId, { name: "Caio" });
  await turnOnPush(by(memberId), memberId, aDevice().subscription);
  await turnOnPush(by(other), other, aDevice().subscription);
  const away = { ...elsewhere.as({ memberId: there }), ip: "203.0.113.7" };
  await turnOnPush(away, there, aDevice().subscription);
  await signOutEverywhere(userId);
  expect(await listOwnDevices(by(memberId))).toEqual([]);
  expect(await listOwnDevices(away)).toEqual([]);
  expect(await listOwnDevices(by(other))).toHaveLength(1);
});
