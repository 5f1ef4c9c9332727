import { expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { getCoverage, listMissing } from "@/lib/delivery/queries/get-coverage";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createMember } from "@/lib/members/commands/create-member";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { aDevice } from "../../support/push-device";
import { aCommunity, aGroup } from "../../support/village";
import { aTenant } from "../../support/world";

test("L5, P16: whom a community reaches by each channel, by whose wish, and whom nothing reaches", async () => {
  const here = await aTenant();
  const owner = { ...here.as("owner"), now: new Date() };
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const person = async (name: string, ...identifiers: { kind: "email" | "phone"; value: string }[]) =>
    (await createMember(owner, { name, identifiers })).id;
  const both = await person(
    "Bia",
    { kind: "email", value: "bia@casa.example" },
    { kind: "phone", value: "+5511987654321" },
  );
  const phone = await person("Fê", { kind: "phone", value: "+5521912345678" });
  const none = await person("Nina");
  const seated = await person("Sara");
  const refuses = await person("Rui", { kind: "email", value: "rui@casa.example" });
  await addCommunityMembers(owner, { communityId, memberIds: [both, phone, none, refuses] });
  await addGroupMembers(owner, { groupId, memberIds: [seated] });
  const no = { channel: "all", purpose: "announcements", granted: false } as const;
  await recordConsent(here.as({ memberId: refuses }), refuses, no);
  await recordConsent(here.as({ memberId: both }), both, { ...no, channel: "email" });
  await turnOnPush(
    here.as({ memberId: both }),
    both,
    aDevice("https://fcm.googleapis.com/fcm/send/bia").subscription,
  );
  const coverage = await getCoverage(owner, communityId);
  // The owner too: with an account and an e-mail, and in the room that they made.
  expect(coverage).toMatchObject({ people: 5, optedOut: 1, unreached: 1 });
  expect(coverage.channels).toEqual([
    { channel: "in_app", reached: 2, missing: 3 },
    { channel: "push", reached: 1, missing: 4 },
    { channel: "email", reached: 1, missing: 4 },
    { channel: "whatsapp", reached: 2, missing: 3 },
    { channel: "relay", reached: 2, missing: 3 },
  ]);
  expect(coverage.plan).toEqual([
    { channel: "in_app", people: 2 },
    { channel: "whatsapp", people: 1 },
    { channel: "relay", people: 1 },
  ]);
  const missing = async (channel: "any" | "in_app") =>
    (await listMissing(owner, communityId, { channel, limit: 10 })).data.map(({ name }) => name).sort();
  expect(await missing("any")).toEqual(["Nina"]);
  expect(await missing("in_app")).toEqual(["Fê", "Nina", "Sara"]);
});
