import "server-only";
import { createHmac } from "node:crypto";
import type { TenantContext } from "@/lib/platform/context";
import { secret, whatsappSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { seal, unseal } from "@/lib/platform/sealed";
import type { Account } from "./types";

/** Secrets are sealed for one tenant and one use. */
export function sealFor(
  tenantId: string,
  use: "token" | "app_secret" | "verify_token",
  text: string,
): string {
  return seal(text, `whatsapp:${tenantId}:${use}`);
}

/** Whether one of them can still be opened. */
export function isReadable(...given: Parameters<typeof unsealFor>): boolean {
  try {
    unsealFor(...given);
    return true;
  } catch {
    return false;
  }
}

/** Opens one of them. @throws Error when its key is gone */
export function unsealFor(
  tenantId: string,
  use: "token" | "app_secret" | "verify_token",
  sealed: string,
): string {
  return unseal(sealed, `whatsapp:${tenantId}:${use}`);
}

/** The number of the tenant with its secrets; without one, that of the local stand-in. For the server alone. */
export async function systemFindAccount(ctx: Pick<TenantContext, "db" | "tenantId">): Promise<Account> {
  const { tenantId } = ctx;
  const row = await ctx.db.whatsappAccount.findFirst();
  if (!row) return localAccount(tenantId);
  return {
    isLocal: false,
    apiUrl: whatsappSettings().apiUrl,
    phoneNumberId: row.phoneNumberId,
    businessId: row.businessId,
    token: unsealFor(tenantId, "token", row.token),
    appSecret: unsealFor(tenantId, "app_secret", row.appSecret),
    verifyToken: unsealFor(tenantId, "verify_token", row.verifyToken),
    templateName: row.templateName,
    promotionTemplateName: row.promotionTemplateName,
    imageTemplateName: row.imageTemplateName,
    templateLanguage: row.templateLanguage,
    perDay: row.perDay,
    perSecond: row.perSecond,
  };
}

/** The same, or null when its secrets cannot be opened any more: the key that sealed them is gone. */
export async function systemTryAccount(ctx: Pick<TenantContext, "db" | "tenantId">): Promise<Account | null> {
  return await systemFindAccount(ctx).catch((error: Error) => {
    log.error(
      { err: error.message, tenant: ctx.tenantId },
      "the secrets of a WhatsApp number cannot be opened",
    );
    return null;
  });
}

const LOCAL_PER_DAY = 250;
const LOCAL_PER_SECOND = 80;

/** The stand-in takes any token as a number of its own, and signs with what follows from the token (tools/whatsapp-local). */
function localAccount(tenantId: string): Account {
  const token = createHmac("sha256", `whatsapp-local:${secret()}`).update(tenantId).digest("hex");
  const derived = (use: string) => createHmac("sha256", token).update(use).digest("hex");
  const digits = BigInt(`0x${token.slice(0, 12)}`).toString();
  return {
    isLocal: true,
    apiUrl: whatsappSettings().localUrl,
    phoneNumberId: digits,
    businessId: digits,
    token,
    appSecret: derived("app secret"),
    verifyToken: derived("verify token"),
    templateName: "aldeia_aviso",
    promotionTemplateName: null,
    imageTemplateName: "aldeia_aviso_imagem",
    templateLanguage: "pt_BR",
    perDay: LOCAL_PER_DAY,
    perSecond: LOCAL_PER_SECOND,
  };
}
