import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { sealConsents } from "../commands/seal-consents";
import { recomputeLedger } from "../ledger-sql";
import { canReadLedger } from "../policy";
import type { LedgerState } from "../types";

/** Chains what is new and recomputes the whole ledger of the tenant (P16). @throws Refusal `not_allowed` */
export async function checkLedger(ctx: TenantContext): Promise<LedgerState> {
  authorize(canReadLedger(ctx.actor));
  await sealConsents(ctx.db);
  return recomputeLedger(ctx.db);
}
