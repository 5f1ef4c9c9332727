import { beforeEach, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { updateAnnouncement } from "@/lib/announcements/commands/update-announcement";
import { composeForm } from "@/lib/announcements/compose-schema";
import { approvalHash } from "@/lib/announcements/content-hash";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

// Tuesday 3 March 2026, 23:30 in São Paulo; 3:30 on Wednesday in Lisbon's winter time, 8:00 in Kolkata.
const LATE = new Date("2026-03-04T02:30:00.000Z");
let ctx: TenantContext;
let communityId: string;
let ids: string[];

beforeEach(async () => {
  ctx = { ...(await aTenant()).as("owner"), now: LATE };
  communityId = (await aCommunity(ctx)).id;
  ids = await people(ctx, communityId, 4);
  const zones = ["America/Sao_Paulo", "Europe/Lisbon", "Asia/Kolkata"];
  for (const [place, timezone] of zones.entries())
    await ctx.db.member.updateMany({ where: { id: ids[place] ?? "" }, data: { timezone } });
  // The fourth has no zone, and no address either: the portal alone.
  await ctx.db.identifier.createMany({
    data: ids.slice(0, 3).map((memberId, n) => {
      const value = `p${n}@casa.example`;
      return { id: newId(), memberId, kind: "email", value, canonical: value };
    }),
  });
});

async function startsOf(given: object) {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Oi",
    channels: ["in_app", "email"],
    ...given,
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  const rows = await ctx.db.delivery.findMany({ select: { memberId: true, notBefore: true } });
  return ids.map((id) => rows.find(({ memberId }) => memberId === id)?.notBefore?.toISOString() ?? null);
}
const quiet = { quietFromHour: 22, quietUntilHour: 8 };

describe("A6: quiet hours", () => {
  test("letters wait for the end of the night of each person; the portal does not", async () => {
    await ctx.db.tenant.updateMany({ data: { settings: quiet } });
    expect(await startsOf({})).toEqual([
      "2026-03-04T11:00:00.000Z",
      "2026-03-04T08:00:00.000Z",
      LATE.toISOString(),
      LATE.toISOString(),
    ]);
  });

  test("A18: what is urgent waits for nobody", async () => {
    await ctx.db.tenant.updateMany({ data: { settings: quiet } });
    expect(await startsOf({ urgentReason: "Enchente" })).toEqual([null, null, null, null]);
  });

  test("without any nothing waits", async () => {
    expect(await startsOf({})).toEqual([null, null, null, null]);
  });
});

describe("A6: business hours", () => {
  test("hold for the portal too, where the announcement asks for them", async () => {
    expect(await startsOf({ schedule: { mode: "now", businessHours: true } })).toEqual([
      "2026-03-04T12:00:00.000Z",
      "2026-03-04T09:00:00.000Z",
      "2026-03-04T03:30:00.000Z",
      "2026-03-04T12:00:00.000Z",
    ]);
  });

  test("A19: they are part of what is approved; without them the hash is what it was", async () => {
    const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" });
    const draft = await createAnnouncement(ctx, input);
    const schedule = { mode: "now" as const, businessHours: true };
    const changed = await updateAnnouncement(ctx, draft.id, { schedule });
    expect(changed.schedule).toEqual(schedule);
    expect(approvalHash(changed)).not.toBe(approvalHash(draft));
    expect(approvalHash(draft, { mode: "now", businessHours: false })).toBe(approvalHash(draft));
  });

  test("the composer asks for them with one box", () => {
    const form = { body: "Oi", kind: "other", communityId, businessHours: "on" };
    expect(composeForm.parse(form).schedule).toEqual({ mode: "now", businessHours: true });
  });
});
