import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { contactUrl } from "../contact-token";
import { contactMail, type FeedbackNews } from "../mails";
import { isFinal } from "../rules";

/**
 * Tells somebody without an account, at the address that they left by a public form (F1): an answer, a step, and each end once
 * in its round. Nothing where none was left, or it was forgotten.
 */
export async function unsafeTellContact(
  tx: TenantContext,
  feedbackId: string,
  news: FeedbackNews,
): Promise<void> {
  const item = await tx.db.feedback.findFirst({
    where: { id: feedbackId, memberId: null, contactEmail: { not: null } },
    select: { title: true, contactEmail: true, contactLocale: true, round: true },
  });
  if (!item?.contactEmail) return;
  if (
    news.status &&
    isFinal(news.status) &&
    !(await claimEnd(tx, feedbackId, `${news.status}:${item.round}`))
  )
    return;
  const tenant = await tx.db.tenant.findFirst({ select: { name: true } });
  const mail = contactMail(localeFrom(item.contactLocale ?? tx.locale), {
    title: item.title,
    tenantName: tenant?.name ?? "",
    forgetUrl: contactUrl({ tenantId: tx.tenantId, feedbackId }),
    news,
  });
  await sendMail(tx.db, { to: item.contactEmail, ...mail });
}

async function claimEnd(tx: TenantContext, id: string, end: string): Promise<boolean> {
  const { count } = await tx.db.feedback.updateMany({
    where: { id, NOT: { contactTold: { has: end } } },
    data: { contactTold: { push: end } },
  });
  return count > 0;
}
