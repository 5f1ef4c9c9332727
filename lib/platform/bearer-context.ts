import "server-only";
import { tenantOfToken } from "./auth/tokens";
import { systemContext, type TenantContext } from "./context";

/** The context of whoever bears a link of ours: the token is the permission, and `source` says for what. Null for a text that is none. */
export function bearerContext(
  token: string,
  source: string,
  { now, locale, ip }: Pick<TenantContext, "now" | "locale" | "ip">,
): TenantContext | null {
  const tenantId = tenantOfToken(token);
  return tenantId === null ? null : { ...systemContext(tenantId, source, now), locale, ip };
}
