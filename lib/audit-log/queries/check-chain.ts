import "server-only";
import { sealAudit } from "@/lib/audit/commands/seal-audit";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { recomputeChain } from "../audit-log-sql";
import { canViewAudit } from "../policy";
import type { ChainState } from "../types";

/** Chains what is new and recomputes every hash of the tenant's log. @throws Refusal `not_allowed` */
export async function checkChain(ctx: TenantContext): Promise<ChainState> {
  authorize(canViewAudit(ctx.actor));
  await sealAudit(ctx.db);
  return recomputeChain(ctx.db);
}
