import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { FeedbackStatus, LockedFeedback } from "../types";

/** What happened: words for the author, a new status, or both. */
export type FeedbackNews = { answer?: string; status?: FeedbackStatus };

/**
 * Tells the author once of a change that concerns them (F3): lights the mark in the portal, and sends a mail when they
 * have an address and did not opt out. What they did themself they know.
 */
export async function unsafeTellAuthor(
  tx: TenantContext,
  item: LockedFeedback,
  news: FeedbackNews,
): Promise<void> {
  const { memberId } = item;
  if (!memberId || ownMemberId(tx.actor) === memberId) return;
  await tx.db.feedback.updateMany({ where: { id: item.id }, data: { toldAt: tx.now } });
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return;
  const { locale } = reader;
  const t = translatorFor(locale);
  const title = t("feedback.mail.title", { tenant: reader.tenantName });
  const url = `${publicUrl()}/m/${reader.slug}/ideas/${item.id}`;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [
      t("feedback.mail.about", { title: item.title }),
      ...(news.status ? [t("feedback.mail.status", { status: t(`feedback.statuses.${news.status}`) })] : []),
      ...(news.answer ? [news.answer] : []),
    ],
    action: { label: t("feedback.mail.open"), url },
    footer: t("feedback.mail.footer", { tenant: reader.tenantName }),
  });
  await sendMail(tx.db, { to: reader.address, subject: title.slice(0, 300), ...mail });
}
