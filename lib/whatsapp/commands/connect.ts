import "server-only";
import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { unsafeLockTenant } from "@/lib/tenants/commands/lock-tenant";
import { isReadable, sealFor } from "../account";
import { canManageWhatsapp } from "../policy";
import type { ConnectInput } from "../schema";

/**
 * Sets or changes the number of a tenant. Its secrets are sealed (P17) and never shown again; those left out stay, unless
 * the number is another one. What a look at Meta said is forgotten with it.
 * @throws Refusal `not_allowed`; `invalid_input` at `token`, `appSecret` where one is needed and not given
 */
export async function connectWhatsapp(ctx: TenantContext, input: ConnectInput): Promise<void> {
  authorize(canManageWhatsapp(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    // Two who connect at once come one after the other: the second changes what the first has set.
    await unsafeLockTenant(tx.db);
    const before = await tx.db.whatsappAccount.findFirst();
    const { token, appSecret, ...open } = input;
    const data = { ...open, ...secretsOf(tx, input, before) };
    const unchecked = { state: "unchecked", displayPhone: "", checkedAt: null };
    await tx.db.whatsappAccount.upsert({
      where: { tenantId: tx.tenantId },
      create: data,
      update: { ...data, ...unchecked },
      select: { tenantId: true },
    });
    await recordAudit(tx, {
      action: before ? "whatsapp.changed" : "whatsapp.connected",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
      ...(before ? { before: shown(before) } : {}),
      after: { ...shown(open), newSecrets: newOnes({ token, appSecret }) },
    });
  });
}

type Secrets = { token: string; appSecret: string; verifyToken: string };

/** What is given is sealed; what is not stays, as long as the number is the same. */
function secretsOf(
  { tenantId }: TenantContext,
  { phoneNumberId, token, appSecret }: ConnectInput,
  before: (Secrets & { phoneNumberId: string }) | null,
): Secrets {
  const kept = before?.phoneNumberId === phoneNumberId ? before : null;
  const isVerifiable = before && isReadable(tenantId, "verify_token", before.verifyToken);
  const sealed = {
    token: token ? sealFor(tenantId, "token", token) : kept?.token,
    appSecret: appSecret ? sealFor(tenantId, "app_secret", appSecret) : kept?.appSecret,
  };
  const missing = (["token", "appSecret"] as const).filter((name) => !sealed[name]);
  if (!sealed.token || !sealed.appSecret)
    throw invalidInput(...missing.map((path) => ({ path, code: "required" })));
  const fresh = () => sealFor(tenantId, "verify_token", randomBytes(24).toString("base64url"));
  return {
    token: sealed.token,
    appSecret: sealed.appSecret,
    verifyToken: isVerifiable ? before.verifyToken : fresh(),
  };
}

function newOnes(secrets: Record<string, string | undefined>): string[] {
  return Object.keys(secrets).filter((name) => secrets[name]);
}

/** Takes the number away with its secrets; what was sent stays. @throws Refusal `not_allowed` */
export async function disconnectWhatsapp(ctx: TenantContext): Promise<void> {
  authorize(canManageWhatsapp(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.whatsappAccount.deleteMany();
    if (count === 0) return;
    await recordAudit(tx, {
      action: "whatsapp.disconnected",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
    });
  });
}

type Shown = Omit<ConnectInput, "token" | "appSecret">;

/** What of it may stand in the audit: never a secret. */
function shown(account: Shown) {
  const { phoneNumberId, businessId, templateName, promotionTemplateName } = account;
  const { imageTemplateName, templateLanguage, perDay, perSecond } = account;
  return {
    phoneNumberId,
    businessId,
    templateName,
    promotionTemplateName,
    imageTemplateName,
    templateLanguage,
    perDay,
    perSecond,
  };
}
