import pg from "pg";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { closeChanges } from "@/lib/platform/db/notify";
import { newId } from "@/lib/shared/ids";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { median } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const PEOPLE = 21_504;
const ROUNDS = 7;

/**
 * Fan-out: the whole start of an announcement (state, audience with consents and suspensions, deliveries, counters,
 * history, job) against the bare INSERT … SELECT with the same keys as the owner of the database, interleaved. Drain:
 * every batch against two whole-set UPDATEs of the same rows. Rehearsal: all its
 * figures, with every reason, against the plain count of the people who get it.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      return await compare(owner);
    } finally {
      await owner.end();
      await closeChanges();
    }
  });
}

async function compare(owner: pg.Client): Promise<Ratio[]> {
  const ctx = (await aTenant()).as("owner");
  const { id } = await aCommunity(ctx);
  const ids = await people(ctx, id, PEOPLE);
  await owner.query(ZONES, [ids]);
  await owner.query("VACUUM ANALYZE");
  const raw = { insert: [] as number[], update: [] as number[], count: [] as number[] };
  const ours = { freeze: [] as number[], drain: [] as number[], rehearsal: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = [newId(), ctx.tenantId];
    const insert = await timed(() => owner.query(BARE_INSERT, bare));
    const announcementId = await aPlannedAnnouncement(ctx, id);
    const count = await timed(() => owner.query(BARE_COUNT, [ctx.tenantId]));
    const rehearsal = await timed(() => rehearseAnnouncement(ctx, announcementId));
    const freeze = await timed(() => startAnnouncement(ctx, announcementId));
    const { data } = await listOccurrencesOf(ctx, { announcementId, limit: 1 });
    const update = await timed(async () => {
      for (const status of ["sending", "sent"]) await owner.query(BARE_UPDATE, [...bare, status]);
    });
    const drain = await timed(() => sendOccurrence(ctx, data[0]?.id ?? ""));
    // The first round warms both sides up.
    if (round === 0) continue;
    raw.insert.push(insert);
    raw.count.push(count);
    ours.rehearsal.push(rehearsal);
    raw.update.push(update);
    ours.freeze.push(freeze);
    ours.drain.push(drain);
  }
  return [
    line("fan-out of 21,504", ours.freeze, raw.insert, 1.4),
    line("drain of 21,504 in-app", ours.drain, raw.update, 1.2),
    line("rehearsal of 21,504", ours.rehearsal, raw.count, 3),
  ];
}

// Every third person told their zone, in four places.
const ZONES = `UPDATE members m SET timezone = (ARRAY['America/Sao_Paulo', 'America/Manaus', 'Europe/Lisbon',
    'America/Santiago'])[1 + n / 3 % 4]
  FROM unnest($1::uuid[]) WITH ORDINALITY AS x (id, n) WHERE m.id = x.id AND n % 3 = 0`;
const BARE_INSERT = `INSERT INTO deliveries (tenant_id, occurrence_id, member_id)
  SELECT DISTINCT $2::uuid, $1::uuid, member_id FROM community_members WHERE tenant_id = $2`;
const BARE_COUNT = `SELECT count(DISTINCT c.member_id) FROM community_members c
  JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.member_id AND m.suspended_at IS NULL
  WHERE c.tenant_id = $1 AND NOT EXISTS (SELECT FROM consents n
    WHERE n.tenant_id = c.tenant_id AND n.member_id = c.member_id AND n.purpose = 'announcements' AND NOT n.granted)`;
const BARE_UPDATE = `UPDATE deliveries SET status = $3, attempts = attempts + 1, sent_at = now()
  WHERE tenant_id = $2 AND occurrence_id = $1`;

type Ctx = Parameters<typeof sendAnnouncement>[0];

async function aPlannedAnnouncement(ctx: Ctx, communityId: string): Promise<string> {
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Bom dia" });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  return id;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function line(name: string, ours: readonly number[], raw: readonly number[], bound: number | null): Ratio {
  const [mine, yardstick] = [median(ours), median(raw)];
  const perSecond = Math.round(PEOPLE / (mine / 1_000));
  return {
    name,
    ratio: mine / yardstick,
    bound,
    detail: `${Math.round(mine)} ms against ${Math.round(yardstick)} ms, ${perSecond} rows/s, median of ${ours.length}`,
  };
}
