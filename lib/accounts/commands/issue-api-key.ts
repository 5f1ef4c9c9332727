import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canManageKeys } from "../policy";
import { createApiKey, type NewApiKey } from "./create-api-key";

/**
 * Makes a key that acts for the staff user who asks. A key cannot make keys.
 * @throws Refusal `not_allowed`, `invalid_input` at `scopes` (`unknown_scope`).
 */
export function issueApiKey(
  ctx: TenantContext,
  input: { name: string; scopes: readonly string[] },
): Promise<NewApiKey> {
  authorize(canManageKeys(ctx.actor));
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.apiKey) throw new Refusal("not_allowed");
  return inTransaction(ctx, async (tx) => {
    const created = await createApiKey(tx, { ...input, staffId: actor.staffId });
    await recordAudit(tx, {
      action: "key.created",
      subjectKind: "api_key",
      subjectId: created.id,
      after: { scopes: input.scopes },
    });
    return created;
  });
}

/** Ends a key: the next request with it is refused. @throws Refusal `not_allowed`, `not_found`. */
export function revokeApiKey(ctx: TenantContext, keyId: string): Promise<void> {
  authorize(canManageKeys(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, { action: "key.revoked", subjectKind: "api_key", subjectId: keyId });
  });
}
