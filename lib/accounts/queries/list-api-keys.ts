import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageKeys } from "../policy";
import type { ApiKeyRow } from "../types";

/** The keys in use, newest first; never the secret itself. @throws Refusal `not_allowed`. */
export async function listApiKeys(ctx: TenantContext): Promise<ApiKeyRow[]> {
  authorize(canManageKeys(ctx.actor));
  return ctx.db.apiKey.findMany({
    where: { revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true },
  });
}
