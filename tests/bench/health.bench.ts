import { getHealth } from "@/lib/health/queries/get-health";
import type { TenantContext } from "@/lib/platform/context";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const ROOMS = 21;
const PEOPLE = 21_504;
const MESSAGES = 100_000;
const ROUNDS = 5;

/**
 * The health of a full community over 90 days of much talk, against reading those messages once by the index of their groups: what
 * it costs beyond is the counting. No job of the night is needed while it stays a few readings.
 */
export async function measure(): Promise<Ratio[]> {
  return await withBenchDatabase(async () => {
    const tenant = await aTenant();
    const ctx = { ...tenant.as("owner"), now: new Date() };
    const { id: communityId, groups } = await aCommunity(
      ctx,
      Array.from({ length: ROOMS }, (_, room) => `Sala ${room}`),
    );
    await people(ctx, communityId, PEOPLE, (index) => [groups[index % ROOMS] ?? ""]);
    await talk(ctx, communityId);
    const read = () => ctx.db.$queryRaw`
      SELECT count(*)::int AS count, count(DISTINCT m.author_id)::int AS people FROM groups g
      JOIN messages m ON m.tenant_id = g.tenant_id AND m.group_id = g.id AND m.created_at >= now() - interval '90 days'
      WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid`;
    const health = () => getHealth(ctx, { communityId, days: 90 });
    const { oursMs, limitMs, ratio } = await interleave(ROUNDS, health, read);
    return [
      {
        name: "the health of a full community over 90 days",
        ratio,
        bound: 30,
        detail: `${oursMs.toFixed(0)} ms against ${limitMs.toFixed(0)} ms to read its messages once`,
      },
    ];
  });
}

/** Everybody says something now and then over 180 days; a third of it answers something. */
async function talk(ctx: TenantContext, communityId: string): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO messages (id, group_id, author_id, body, reply_to, created_at)
    SELECT new_id(), s.group_id, s.member_id, 'bom dia, quem vai amanhã?',
      NULL, now() - make_interval(secs => (random() * 180 * 86400)::int)
    FROM generate_series(1, ${Math.ceil(MESSAGES / PEOPLE)}::int) n
    CROSS JOIN (SELECT group_id, member_id FROM group_members
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid) s`;
  await ctx.db.$executeRaw`
    UPDATE messages m SET reply_to = b.before
    FROM (SELECT id, lag(id) OVER (PARTITION BY group_id ORDER BY created_at) AS before FROM messages
      WHERE tenant_id = current_tenant()) b
    WHERE m.tenant_id = current_tenant() AND m.id = b.id AND random() < 0.33`;
}
