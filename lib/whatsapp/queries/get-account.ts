import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { authorize } from "@/lib/shared/decision";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { isReadable, systemFindAccount, unsealFor } from "../account";
import { canManageWhatsapp } from "../policy";
import { webhookPath } from "../rules";
import type { AccountState, AccountView } from "../types";
import { usageOfDay } from "./windows";

/** The tenant's number as staff see it, without its secrets; `local` when there is none. @throws Refusal `not_allowed` */
export async function getWhatsappAccount(ctx: TenantContext): Promise<AccountView> {
  authorize(canManageWhatsapp(ctx.actor));
  const [row, slug, { used }] = await Promise.all([
    ctx.db.whatsappAccount.findFirst({ omit: { token: true, appSecret: true } }),
    findSlug(ctx),
    usageOfDay(ctx.db),
  ]);
  const common = { webhookUrl: `${publicUrl()}${webhookPath(slug)}`, usedToday: used };
  if (!row) {
    const { perDay, perSecond } = await systemFindAccount(ctx);
    return { ...NO_ACCOUNT, ...common, perDay, perSecond };
  }
  return {
    ...common,
    isLocal: false,
    phoneNumberId: row.phoneNumberId,
    businessId: row.businessId,
    displayPhone: row.displayPhone || null,
    templateName: row.templateName,
    promotionTemplateName: row.promotionTemplateName,
    imageTemplateName: row.imageTemplateName,
    templateLanguage: row.templateLanguage,
    perDay: row.perDay,
    perSecond: row.perSecond,
    state: row.state as AccountState,
    checkedAt: row.checkedAt,
    heardAt: row.heardAt,
    verifyToken: isReadable(ctx.tenantId, "verify_token", row.verifyToken)
      ? unsealFor(ctx.tenantId, "verify_token", row.verifyToken)
      : null,
  };
}

const NO_ACCOUNT = {
  isLocal: true,
  phoneNumberId: null,
  businessId: null,
  displayPhone: null,
  templateName: null,
  promotionTemplateName: null,
  imageTemplateName: null,
  templateLanguage: null,
  state: "local",
  checkedAt: null,
  heardAt: null,
  verifyToken: null,
} as const;

/** Whether WhatsApp is the stand-in of this installation: the composer says so. */
export async function isWhatsappLocal(ctx: TenantContext): Promise<boolean> {
  return (await ctx.db.whatsappAccount.count()) === 0;
}
