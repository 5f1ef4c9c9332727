import "server-only";
import { hashToken, newTenantToken } from "@/lib/platform/auth/tokens";
import type { TenantContext } from "@/lib/platform/context";
import { SCOPES } from "@/lib/platform/http/scopes";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";

export type NewApiKey = { id: string; key: string };

/**
 * A key for the REST API that acts for a staff user of the context's tenant. The key itself is returned this once; only
 * its hash is kept.
 * @throws Refusal `invalid_input` at `scopes` when one is unknown.
 */
export async function createApiKey(
  ctx: TenantContext,
  input: { name: string; scopes: readonly string[]; staffId: string },
): Promise<NewApiKey> {
  const unknown = input.scopes.filter((scope) => scope !== "all" && !SCOPES.some((known) => known === scope));
  if (unknown.length > 0 || input.scopes.length === 0) {
    throw invalidInput({ path: "scopes", code: "unknown_scope", params: { names: unknown.join(", ") } });
  }
  const id = newId();
  const key = `ald_${newTenantToken(ctx.tenantId)}`;
  await ctx.db.apiKey.create({
    data: {
      id,
      name: input.name,
      keyHash: hashToken(key),
      scopes: [...input.scopes],
      staffId: input.staffId,
    },
  });
  return { id, key };
}
