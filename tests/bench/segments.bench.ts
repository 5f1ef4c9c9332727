import pg from "pg";
import type { TenantContext } from "@/lib/platform/context";
import { countFilter } from "@/lib/segments/queries/count-segment";
import { segmentFilter } from "@/lib/segments/schema";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const MEMBERS = 100_000;
const ROUNDS = 11;
// What one who builds a segment may wait for its count (ms), where nothing else runs.
const WAIT_MS = 300;

/**
 * The live count of a segment over 100,000 people, by what they said of a channel and by their contacts, against the same
 * question asked by the owner of the database; and against what somebody may wait.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const ctx = await manyPeople(owner);
      const lines = [];
      for (const [name, filter, sql] of COUNTS)
        lines.push(...(await counted(ctx, owner, { name, filter, sql })));
      return lines;
    } finally {
      await owner.end();
    }
  });
}

const SAID_YES = `SELECT count(*) FROM members m JOIN (
    SELECT DISTINCT ON (member_id) member_id, granted FROM consents
    WHERE tenant_id = $1 AND purpose = 'promotions' AND channel IN ('email', 'all')
    ORDER BY member_id, at DESC, id DESC) last ON last.member_id = m.id AND last.granted
  WHERE m.tenant_id = $1`;
const REACHABLE = `SELECT count(*) FROM members m WHERE m.tenant_id = $1
  AND EXISTS (SELECT FROM identifiers i WHERE i.tenant_id = $1 AND i.member_id = m.id AND i.kind = 'phone')
  AND NOT EXISTS (SELECT FROM identifiers i WHERE i.tenant_id = $1 AND i.member_id = m.id AND i.kind = 'email')`;
const COUNTS = [
  ["consent", { consent: { channel: "email", purpose: "promotions", said: "yes" } }, SAID_YES],
  ["contacts", { has: ["phone"], lacks: ["email"] }, REACHABLE],
] as const;

type Count = { name: string; filter: object; sql: string };

async function counted(ctx: TenantContext, owner: pg.Client, { name, filter, sql }: Count): Promise<Ratio[]> {
  const asked = segmentFilter.parse(filter);
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => countFilter(ctx, asked),
    () => owner.query(sql, [ctx.tenantId]),
  );
  const detail = `${Math.round(oursMs)} ms against ${Math.round(limitMs)} ms without row-level security`;
  return [
    { name: `live count of 100,000, ${name}`, ratio, bound: 1.5, detail },
    {
      name: `the same, of ${WAIT_MS} ms`,
      ratio: oursMs / WAIT_MS,
      bound: null,
      detail: `${Math.round(oursMs)} ms`,
    },
  ];
}

async function manyPeople(owner: pg.Client): Promise<TenantContext> {
  const ctx = (await aTenant()).as("owner");
  await people(ctx, (await aCommunity(ctx)).id, MEMBERS);
  const fill = (sql: string) => owner.query(sql, [ctx.tenantId]);
  await fill(`INSERT INTO identifiers (tenant_id, id, member_id, kind, value, canonical)
    SELECT $1, new_id(), id, kind, kind || n, kind || n
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM members WHERE tenant_id = $1) m, unnest(ARRAY['phone', 'email']) kind
    WHERE kind = 'phone' OR n % 3 > 0`);
  await fill(`INSERT INTO consents (tenant_id, member_id, channel, purpose, granted, at)
    SELECT $1, id, channel, purpose, n % 4 > 0, now() - n % 999 * interval '1 minute'
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM members WHERE tenant_id = $1) m,
      unnest(ARRAY['email', 'all', 'whatsapp']) channel, unnest(ARRAY['promotions', 'announcements']) purpose
    WHERE (n + length(channel)) % 2 = 0`);
  await owner.query("VACUUM ANALYZE");
  return ctx;
}
