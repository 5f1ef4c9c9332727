import { beforeAll, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { listAnnouncements } from "@/lib/announcements/queries/list-announcements";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

let owner: TenantContext;
let reader: TenantContext;
let id: string;
let [mine, other]: [string, string] = ["", ""];

beforeAll(async () => {
  const tenant = await aTenant();
  owner = tenant.as("owner");
  const houses = [await aCommunity(owner, ["sala"]), await aCommunity(owner, ["sótão"])] as const;
  [mine, other] = [houses[0].id, houses[1].id];
  const [memberId = ""] = await people(owner, mine, 1, () => houses[0].groups);
  await owner.db.member.updateMany({ where: { id: memberId }, data: { name: "Rosa Lima" } });
  await people(owner, other, 1, () => houses[1].groups);
  reader = tenant.as({ memberId });
  const input = createAnnouncementInput.parse({
    communityIds: [mine, other],
    audience: { kind: "groups", groupIds: [...houses[0].groups, ...houses[1].groups] },
    body: "Olá, {{first_name|vizinha}}, da {{community}}",
  });
  ({ id } = await createAnnouncement(owner, input));
  await sendAnnouncement(owner, id, { undoSeconds: 0 });
  await startAnnouncement(owner, id);
  const { data } = await listOccurrencesOf(owner, { announcementId: id, limit: 1 });
  await sendOccurrence(owner, data[0]?.id ?? "");
});

describe("P12: a member reads an announcement as it was written to them", () => {
  test("with their own communities and words, and without who else it was for", async () => {
    expect(await getAnnouncement(reader, id)).toMatchObject({
      communityIds: [mine],
      audience: { kind: "community" },
      body: "Olá, Rosa, da Vila",
      createdBy: null,
    });
    const { data } = await listAnnouncements(reader, { limit: 10 });
    expect(data).toEqual([await getAnnouncement(reader, id)]);
    expect(JSON.stringify(data)).not.toContain(other);
  });

  test("a filter by a community that they are not in finds nothing", async () => {
    const found = async (communityId: string) =>
      (await listAnnouncements(reader, { limit: 10, communityId })).data.length;
    expect([await found(mine), await found(other)]).toEqual([1, 0]);
  });

  test("staff read it as it stands", async () => {
    expect(await getAnnouncement(owner, id)).toMatchObject({
      communityIds: [mine, other],
      audience: { kind: "groups" },
      body: "Olá, {{first_name|vizinha}}, da {{community}}",
    });
  });
});
