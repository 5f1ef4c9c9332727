import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { ConsentPurpose, LedgerState, SingleChannel } from "./types";

/** Chains entries that are not chained yet, 10,000 at most. @returns how many */
export async function sealSomeConsents(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ sealed: number }[]>`SELECT seal_consents() AS sealed`;
  return row?.sealed ?? 0;
}

/** The tenants that have entries to chain, through a door of the database. */
export async function tenantsWithLooseConsents(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT tenants_with_loose_consents() AS id`;
  return rows.map(({ id }) => id);
}

/** Recomputes every hash of the ledger. */
export async function recomputeLedger(db: Db): Promise<LedgerState> {
  const [row] = await db.$queryRaw<
    { chained: bigint; tip: string | null; loose: bigint; broken: bigint | null }[]
  >`
    SELECT chained, tip, loose, broken_at AS broken FROM check_consents()`;
  return {
    entries: Number(row?.chained ?? 0),
    tip: row?.tip ?? null,
    loose: Number(row?.loose ?? 0),
    brokenAt: row?.broken == null ? null : Number(row.broken),
  };
}

/** The last words of a person, channel by channel. */
export function wordsNow(
  db: Db,
  memberId: string,
): Promise<{ channel: SingleChannel; purpose: ConsentPurpose; granted: boolean }[]> {
  return db.$queryRaw`
    SELECT channel, purpose, granted FROM consent_current
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
}
