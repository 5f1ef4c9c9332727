import pg from "pg";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { listGroupMembers } from "@/lib/memberships/queries/list-memberships";
import type { TenantContext } from "@/lib/platform/context";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const PEOPLE = 21_504;
const ROOM = 1_024;
const PAGE = 200;
const JOINS = 200;
const ROUNDS = 7;
const WALKS_A_ROUND = 5;
const LOCK_WAIT_MS = 1_000;

/**
 * Everybody of a full community added at once, against the bare insert of the same rows by the owner of the database; the
 * people of a full room as a member sees them, against all of them; how long 200 who join at once wait for each other.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      return [...(await bulkAdd(owner)), await sight(owner), await joins(owner)];
    } finally {
      await owner.end();
    }
  });
}

async function bulkAdd(owner: pg.Client): Promise<Ratio[]> {
  const ctx = (await aTenant()).as("owner");
  const memberIds = await people(ctx, (await aCommunity(ctx)).id, PEOPLE);
  await owner.query("VACUUM ANALYZE");
  const add = async () => addCommunityMembers(ctx, { communityId: (await aCommunity(ctx)).id, memberIds });
  const bare = async (...inserts: string[]) => {
    const values = [ctx.tenantId, (await aCommunity(ctx)).id, memberIds];
    for (const insert of inserts) await owner.query(insert, values);
  };
  const whole = await interleave(ROUNDS, add, () => bare(MEMBERSHIPS, HISTORY));
  const alone = await interleave(ROUNDS, add, () => bare(MEMBERSHIPS));
  const line = (name: string, { oursMs, limitMs, ratio }: typeof whole, bound: number | null): Ratio => {
    const detail = `${Math.round(oursMs)} ms against ${Math.round(limitMs)} ms`;
    return { name, ratio, bound, detail };
  };
  return [
    line("bulk add of 21,504, memberships and history", whole, 2),
    line("bulk add of 21,504, against memberships alone", alone, null),
  ];
}

const MEMBERSHIPS = `INSERT INTO community_members (tenant_id, community_id, member_id, lane)
  SELECT $1, $2, id, ((n - 1) / 5000 + 1)::int FROM unnest($3::uuid[]) WITH ORDINALITY AS x (id, n)`;
const HISTORY = `INSERT INTO membership_events (tenant_id, community_id, member_id, event, actor_label, at)
  SELECT $1, $2, id, 'joined', 'bench', now() FROM unnest($3::uuid[]) AS x (id)`;

async function sight(owner: pg.Client): Promise<Ratio> {
  const tenant = await aTenant();
  const ctx = tenant.as("owner");
  const { id, groups } = await aCommunity(ctx, ["Cheia", "Outra"]);
  const [full = "", other = ""] = groups;
  // Half of the full room sits in another one too, and so does who looks.
  const ids = await people(ctx, id, ROOM + 1, (n) => [
    ...(n < ROOM ? [full] : []),
    ...(n % 2 === 0 ? [other] : []),
  ]);
  await owner.query("VACUUM ANALYZE");
  const viewer: TenantContext = {
    ...ctx,
    actor: { kind: "member", memberId: ids[ROOM] ?? "", userId: null },
  };
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => walk(viewer, full),
    () => walk(ctx, full),
  );
  const each = (ms: number) => `${(ms / WALKS_A_ROUND).toFixed(1)} ms`;
  return {
    name: "people of a room of 1,024, as a member sees them",
    ratio,
    bound: 1.3,
    detail: `${each(oursMs)} against ${each(limitMs)} for all of them`,
  };
}

async function walk(ctx: TenantContext, groupId: string): Promise<void> {
  for (let n = 0; n < WALKS_A_ROUND; n++) {
    let cursor: string | undefined;
    do cursor = (await listGroupMembers(ctx, groupId, { limit: PAGE, cursor })).nextCursor ?? undefined;
    while (cursor);
  }
}

async function joins(owner: pg.Client): Promise<Ratio> {
  const ctx = (await aTenant()).as("owner");
  const { id, groups } = await aCommunity(ctx, ["Porta"]);
  const [groupId = ""] = groups;
  const memberIds = await people(ctx, id, JOINS);
  const longest = { ms: 0 };
  let over = false;
  const watching = (async () => {
    while (!over) {
      const { rows } = await owner.query<{ ms: number }>(
        `SELECT extract(epoch FROM clock_timestamp() - state_change)::float8 * 1000 AS ms FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' ORDER BY 1 DESC LIMIT 1`,
      );
      longest.ms = Math.max(longest.ms, rows[0]?.ms ?? 0);
    }
  })();
  const start = performance.now();
  await Promise.all(memberIds.map((memberId) => addGroupMembers(ctx, { groupId, memberIds: [memberId] })));
  const wholeMs = performance.now() - start;
  over = true;
  await watching;
  return {
    name: "200 joins at once, longest wait for a lock, of 1 s",
    ratio: longest.ms / LOCK_WAIT_MS,
    bound: 1,
    detail: `${Math.round(longest.ms)} ms; all of them in ${Math.round(wholeMs)} ms`,
  };
}
