import { PrismaPg } from "@prisma/adapter-pg";
import { tenantClient } from "@/lib/platform/db/clients";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { createPool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/shared/ids";
import type { Ratio } from "../../scripts/bench";
import { asOwner } from "../support/as-owner";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";

const MEMBERS = 100_000;
const ROUNDS = 9;
const QUERIES_A_ROUND = 200;

/** The page query of a tenant of 100,000 members, sealed by row-level security, against the same query without it. */
export async function measure(): Promise<Ratio[]> {
  return await withBenchDatabase(async (ownerUrl) => {
    const tenantId = newId();
    await asOwner(ownerUrl, "INSERT INTO tenants (id, slug, name) VALUES ($1, 'bench', 'Bench')", [tenantId]);
    await asOwner(
      ownerUrl,
      `INSERT INTO members (tenant_id, id, name, created_at)
       SELECT $1, new_id(), 'Pessoa ' || n, now() - n * interval '1 second' FROM generate_series(1, ${MEMBERS}) n`,
      [tenantId],
    );
    await asOwner(ownerUrl, "ANALYZE");
    const pool = createPool(ownerUrl);
    const open = new PrismaClient({ adapter: new PrismaPg(pool) });
    const select = { id: true, name: true, locale: true, tags: true, createdAt: true } as const;
    const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];
    const sealed = tenantClient(tenantId);
    const { oursMs, limitMs, ratio } = await interleave(
      ROUNDS,
      () => times(QUERIES_A_ROUND, () => sealed.member.findMany({ select, orderBy, take: 20 })),
      () =>
        times(QUERIES_A_ROUND, () =>
          open.member.findMany({ where: { tenantId }, select, orderBy, take: 20 }),
        ),
    );
    await pool.end();
    const each = (ms: number) => `${(ms / QUERIES_A_ROUND).toFixed(2)} ms`;
    return [
      {
        name: "tenant-scoped page query",
        ratio,
        bound: 1.1,
        detail: `${each(oursMs)} sealed, ${each(limitMs)} without row-level security`,
      },
    ];
  });
}

async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n++) await run();
}
