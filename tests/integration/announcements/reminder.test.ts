import { expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { remindUnread } from "@/lib/announcements/commands/remind-unread";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

async function send(ctx: TenantContext, id: string): Promise<string> {
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  await sendOccurrence(ctx, occurrence?.id ?? "");
  return occurrence?.id ?? "";
}

async function aSentOne() {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, 4);
  const { id } = await createAnnouncement(
    ctx,
    createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" }),
  );
  const occurrenceId = await send(ctx, id);
  const reader = { ...ctx, actor: { kind: "member" as const, memberId: ids[0] ?? "", userId: null } };
  await markRead(reader, [occurrenceId]);
  return { ctx, communityId, ids, id };
}

test("A15: those who did not read it get the reminder, counted first; who came later does not", async () => {
  const { ctx, communityId, ids, id } = await aSentOne();
  await people(ctx, communityId, 2);
  const reminder = await remindUnread(ctx, id);
  expect(reminder).toMatchObject({ status: "draft", body: "Oi", remindsId: id });
  expect(await rehearseAnnouncement(ctx, reminder.id)).toMatchObject({ people: 3, considered: 3 });
  const occurrenceId = await send(ctx, reminder.id);
  const rows = await ctx.db.delivery.findMany({ where: { occurrenceId }, select: { memberId: true } });
  expect(rows.map(({ memberId }) => memberId).sort()).toEqual(ids.slice(1).sort());
});

test("once: of five who ask at a time one makes it; a cancelled one gives way; a reminder has none", async () => {
  const { ctx, id } = await aSentOne();
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => remindUnread(ctx, id)));
  const made = tries.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
  expect(made).toHaveLength(1);
  await expect(remindUnread(ctx, id)).rejects.toMatchObject({ code: "already_reminded" });
  const [first] = made;
  const soon = { mode: "at" as const, localTime: "2026-03-04T09:00", timezone: "America/Sao_Paulo" };
  await scheduleAnnouncement(ctx, first?.id ?? "", { schedule: soon });
  await changeAnnouncement(ctx, first?.id ?? "", { transition: "cancel" });
  const second = await remindUnread(ctx, id);
  await send(ctx, second.id);
  await expect(remindUnread(ctx, second.id)).rejects.toMatchObject({ code: "illegal_transition" });
});

test("what was not sent, or was taken back, is nothing to be reminded of", async () => {
  const { ctx, communityId, id } = await aSentOne();
  const draft = await createAnnouncement(
    ctx,
    createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" }),
  );
  await expect(remindUnread(ctx, draft.id)).rejects.toMatchObject({ code: "illegal_transition" });
  await changeAnnouncement(ctx, id, { transition: "retract" });
  await expect(remindUnread(ctx, id)).rejects.toMatchObject({ code: "illegal_transition" });
});
