import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import { NOTICES, type Notice } from "./notices";
import { uploadPictures } from "./pictures";
import type { BuiltHouse } from "./rooms";

const DAY_MS = 24 * 60 * 60 * 1_000;
const ZONE = "America/Sao_Paulo";
/** São Paulo has had no summer time since 2019. */
const ZONE_OFFSET = "-03:00";

/** Past announcements with their deliveries and reads, scheduled ones ahead, and a draft; all by the product's own commands. */
export async function seedAnnouncements(ctx: TenantContext, houses: readonly BuiltHouse[]): Promise<void> {
  for (const notice of NOTICES) {
    const day = new Date(ctx.now.getTime() - (notice.daysAgo ?? 0) * DAY_MS).toISOString().slice(0, 10);
    const isPast = notice.daysAgo !== null && notice.daysAgo > 0;
    await (isPast ? seedSent : seedAhead)(ctx, { notice, houses, day });
  }
}

type Seeding = { notice: Notice; houses: readonly BuiltHouse[]; day: string };

async function seedSent(ctx: TenantContext, { notice, houses, day }: Seeding): Promise<void> {
  const at = { ...ctx, now: new Date(`${day}T${notice.hour}:00${ZONE_OFFSET}`) };
  const block = notice.block?.(day) ?? null;
  const media = await uploadPictures(at, notice.pictures ?? []);
  const { id } = await createAnnouncement(at, { ...inputOf(notice, houses, null), block, media });
  await sendInThePast(at, id, notice.read);
  if (block?.kind === "poll") await answerPoll(at, id, block.options.length);
}

/** What lies ahead is scheduled, what has no day stays a draft. */
async function seedAhead(ctx: TenantContext, { notice, houses, day }: Seeding): Promise<void> {
  const input = inputOf(notice, houses, `${day}T${notice.hour}`);
  const media = await uploadPictures(ctx, notice.pictures ?? []);
  const { id } = await createAnnouncement(ctx, { ...input, block: notice.block?.(day) ?? null, media });
  if (notice.daysAgo === null) return;
  await confirmed((confirmPeople) => scheduleAnnouncement(ctx, id, { confirmPeople }));
}

function inputOf(notice: Notice, houses: readonly BuiltHouse[], localTime: string | null) {
  const house = houses[notice.house];
  if (!house) throw new Error(`no house ${notice.house}`);
  const groupIds = notice.rooms?.map((room) => house.groupIds[room] ?? "");
  return createAnnouncementInput.parse({
    communityIds: [house.communityId],
    audience: groupIds ? { kind: "groups", groupIds } : { kind: "community" },
    kind: notice.kind,
    body: notice.body,
    schedule: localTime ? { mode: "at", localTime, timezone: ZONE } : { mode: "now" },
  });
}

async function sendInThePast(at: TenantContext, id: string, read: number): Promise<void> {
  await confirmed((confirmPeople) => sendAnnouncement(at, id, { confirmPeople, undoSeconds: 0 }));
  await startAnnouncement(at, id);
  const { id: occurrenceId } = await at.db.occurrence.findFirstOrThrow({
    where: { announcementId: id },
    select: { id: true },
  });
  await sendOccurrence(at, occurrenceId);
  // The drain stamps the wall clock; these went out long ago.
  await at.db.$executeRaw`
    UPDATE deliveries SET sent_at = ${at.now} WHERE occurrence_id = ${occurrenceId}::uuid AND status = 'sent'`;
  await at.db.$executeRaw`
    UPDATE deliveries SET status = 'read', read_at = sent_at + (1 + abs(hashtext(member_id::text)) % 2000) * interval '1 minute'
    WHERE occurrence_id = ${occurrenceId}::uuid AND status = 'sent'
      AND (abs(hashtext(member_id::text || ${id})) % 1000) < ${Math.round(read * 1_000)}::int`;
  await at.db.$executeRaw`
    UPDATE occurrences SET finished_at = started_at + interval '4 seconds',
      sent = (SELECT count(*) FROM deliveries d WHERE d.occurrence_id = occurrences.id AND d.status = 'sent'),
      read = (SELECT count(*) FROM deliveries d WHERE d.occurrence_id = occurrences.id AND d.status = 'read')
    WHERE id = ${occurrenceId}::uuid`;
}

/** Two in three of those who read it have voted, an hour after they read it. */
async function answerPoll(at: TenantContext, announcementId: string, options: number): Promise<void> {
  await at.db.$executeRaw`
    INSERT INTO block_answers (block_id, member_id, choices, answered_at, changed_at)
    SELECT o.block_id, d.member_id, ARRAY[(n.draw * n.draw / (${options}::int * 100) / 100)::text],
      d.read_at + interval '1 hour', d.read_at + interval '1 hour'
    FROM occurrences o JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
    CROSS JOIN LATERAL (SELECT abs(hashtext(d.member_id::text || 'voto')) % (${options}::int * 100) AS draw) n
    WHERE o.announcement_id = ${announcementId}::uuid AND d.status = 'read' AND abs(hashtext(d.member_id::text)) % 3 < 2`;
}

/** Confirms the number of people as somebody at the screen would: tries, reads the number, confirms it. */
async function confirmed(send: (confirmPeople?: number) => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const { code, params } = error as { code?: string; params?: { people?: number } };
    if (code !== "confirmation_required" || params?.people === undefined) throw error;
    await send(params.people);
  }
}
