import "server-only";
import type { MailReader } from "@/lib/members/queries/find-mail-reader";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { NewMail } from "@/lib/platform/mail/mail";
import { renderMail } from "@/lib/platform/mail/render-mail";
import type { FeedbackStatus, FinalStatus } from "./types";

type About = { id: string; title: string };

/** What happened: words for the author, a new status, or both. */
export type FeedbackNews = { answer?: string; status?: FeedbackStatus };

/** To the author: an answer, or where their item stands now. */
export function newsMail(reader: MailReader, item: About, news: FeedbackNews): Omit<NewMail, "to"> {
  const t = translatorFor(reader.locale);
  return letter(reader, item, {
    title: t("feedback.mail.title", { tenant: reader.tenantName }),
    paragraphs: [
      t("feedback.mail.about", { title: item.title }),
      ...(news.status ? [t("feedback.mail.status", { status: t(`feedback.statuses.${news.status}`) })] : []),
      ...(news.answer ? [news.answer] : []),
    ],
    action: t("feedback.mail.open"),
    footer: t("feedback.mail.footer", { tenant: reader.tenantName }),
  });
}

/** To author and supporters alike: what came of it, and the question whether that solved it. */
export function outcomeMail(
  reader: MailReader,
  item: About,
  { status, reason }: { status: FinalStatus; reason: string | null },
): Omit<NewMail, "to"> {
  const t = translatorFor(reader.locale);
  return letter(reader, item, {
    title: t(`feedback.mail.${status}`, { title: item.title }),
    paragraphs: [
      t("feedback.mail.asked", { title: item.title, tenant: reader.tenantName }),
      ...(reason ? [reason] : []),
      ...(status === "done" ? [t("feedback.mail.solved")] : []),
    ],
    action: t(status === "done" ? "feedback.mail.tellSolved" : "feedback.mail.open"),
    footer: t("feedback.mail.outcomeFooter", { tenant: reader.tenantName }),
  });
}

type ToContact = { title: string; tenantName: string; forgetUrl: string; news: FeedbackNews };

/** To somebody without an account, who left an address: the words, where it stands, and the way to be forgotten. */
export function contactMail(
  locale: Locale,
  { title: about, tenantName, forgetUrl, news }: ToContact,
): Omit<NewMail, "to"> {
  const t = translatorFor(locale);
  const title = t("feedback.mail.title", { tenant: tenantName });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [
      t("feedback.mail.about", { title: about }),
      ...(news.status ? [t("feedback.mail.status", { status: t(`feedback.statuses.${news.status}`) })] : []),
      ...(news.answer ? [news.answer] : []),
      t("feedback.mail.forget", { url: forgetUrl }),
    ],
    footer: t("feedback.mail.contactFooter", { tenant: tenantName }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}

type Letter = { title: string; paragraphs: string[]; action: string; footer: string };

function letter({ locale, slug }: MailReader, { id }: About, { action, title, ...words }: Letter) {
  const rendered = renderMail({
    locale,
    title,
    ...words,
    action: { label: action, url: `${publicUrl()}/m/${slug}/ideas/${id}` },
  });
  return { subject: title.slice(0, 300), ...rendered };
}
