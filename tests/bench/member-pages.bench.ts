import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listMembers } from "@/lib/members/queries/list-members";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import type { Ratio } from "../../scripts/bench";
import { asOwner } from "../support/as-owner";
import { withBenchDatabase } from "../support/bench-database";
import { interleave } from "../support/interleave";

const MEMBERS = 100_000;
const PAGE = 50;
const FAR_PAGE = 1_000;
const ROUNDS = 9;
const QUERIES_A_ROUND = 50;

/** Page 1,000 of 100,000 members against page 1: keyset pages cost the same wherever they are. */
export async function measure(): Promise<Ratio[]> {
  return await withBenchDatabase(async (ownerUrl) => {
    const ctx = await ownerOf(MEMBERS, ownerUrl);
    const far = await cursorOfPage(ctx, FAR_PAGE);
    const { oursMs, limitMs, ratio } = await interleave(
      ROUNDS,
      () => repeat(() => listMembers(ctx, {}, { limit: PAGE, cursor: far })),
      () => repeat(() => listMembers(ctx, {}, { limit: PAGE })),
    );
    const each = (ms: number) => `${(ms / QUERIES_A_ROUND).toFixed(2)} ms`;
    const detail = `page ${FAR_PAGE} ${each(oursMs)}, page 1 ${each(limitMs)}`;
    return [{ name: "member list, page 1,000 of 100,000", ratio, bound: 1.6, detail }];
  });
}

async function ownerOf(members: number, ownerUrl: string): Promise<TenantContext> {
  const owner = { name: "Bench", email: "owner@bench.example" };
  const { tenantId, userId } = await createTenant({ slug: "bench", name: "Bench", plan: "scale", owner });
  await asOwner(
    ownerUrl,
    `INSERT INTO members (tenant_id, id, name, created_at)
     SELECT $1, new_id(), 'Pessoa ' || n, date_trunc('milliseconds', now()) - n * interval '1 second' FROM generate_series(1, $2::int) n`,
    [tenantId, members],
  );
  await asOwner(
    ownerUrl,
    `INSERT INTO identifiers (tenant_id, id, member_id, kind, value, canonical)
     SELECT tenant_id, new_id(), id, 'email', id || '@bench.example', id || '@bench.example' FROM members WHERE tenant_id = $1`,
    [tenantId],
  );
  await asOwner(ownerUrl, "ANALYZE");
  const actor = await findStaffActor(tenantId, userId);
  if (!actor) throw new Error("the owner is staff");
  return { ...systemContext(tenantId, "bench"), actor };
}

async function cursorOfPage(ctx: TenantContext, page: number): Promise<string> {
  let cursor: string | undefined;
  for (let walked = 0; walked < ((page - 1) * PAGE) / 200; walked++) {
    cursor = (await listMembers(ctx, {}, { limit: 200, cursor })).nextCursor ?? undefined;
  }
  return cursor ?? "";
}

async function repeat(run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < QUERIES_A_ROUND; n++) await run();
}
