import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { localeFrom } from "@/lib/platform/i18n/locales";
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
  const to = await findAddress(tx, memberId);
  if (!to) return;
  const [member, tenant] = await Promise.all([
    tx.db.member.findFirst({ where: { id: memberId }, select: { locale: true } }),
    tx.db.tenant.findFirst({ select: { slug: true, name: true, locale: true } }),
  ]);
  if (!tenant) return;
  const locale = localeFrom(member?.locale ?? tenant.locale);
  const t = translatorFor(locale);
  const title = t("feedback.mail.title", { tenant: tenant.name });
  const url = `${publicUrl()}/m/${tenant.slug}/ideas/${item.id}`;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [
      t("feedback.mail.about", { title: item.title }),
      ...(news.status ? [t("feedback.mail.status", { status: t(`feedback.statuses.${news.status}`) })] : []),
      ...(news.answer ? [news.answer] : []),
    ],
    action: { label: t("feedback.mail.open"), url },
    footer: t("feedback.mail.footer", { tenant: tenant.name }),
  });
  await sendMail(tx.db, { to, subject: title.slice(0, 300), ...mail });
}

/** Their first e-mail address, unless they opted out of mails about what they asked for (P16). */
async function findAddress(tx: TenantContext, memberId: string): Promise<string | null> {
  const [address, consent] = await Promise.all([
    tx.db.identifier.findFirst({
      where: { memberId, kind: "email" },
      select: { value: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    tx.db.consent.findFirst({
      where: { memberId, purpose: "service", channel: { in: ["email", "all"] } },
      select: { granted: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    }),
  ]);
  return consent?.granted === false ? null : (address?.value ?? null);
}
