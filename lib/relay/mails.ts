import "server-only";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { NewMail } from "@/lib/platform/mail/mail";
import { renderMail } from "@/lib/platform/mail/render-mail";
import type { Notice } from "./notices-sql";

export type NoticeKind = "new" | "late" | "reminder";

type PosterMail = {
  locale: Locale;
  tenantName: string;
  slug: string;
  kind: NoticeKind;
  notices: readonly Notice[];
};

const MOST_NAMED = 20;

/** The mail to an admin about what they are to post by hand, and where (A21). */
export function posterMail({ locale, tenantName, slug, kind, notices }: PosterMail): Omit<NewMail, "to"> {
  const t = translatorFor(locale);
  const title = t(`relay.mails.${kind}.title`, { count: notices.length, tenant: tenantName });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [t("relay.mails.body"), ...placesOf(notices)],
    action: { label: t("relay.mails.action"), url: `${publicUrl()}/m/${slug}/relay` },
    footer: t("relay.mails.footer", { tenant: tenantName }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}

type SenderMail = Omit<PosterMail, "kind"> & { announcementId: string };

/** The mail to whoever scheduled it: which groups are late. */
export function senderMail({
  locale,
  tenantName,
  slug,
  notices,
  announcementId,
}: SenderMail): Omit<NewMail, "to"> {
  const t = translatorFor(locale);
  const title = t("relay.mails.sender.title", { count: notices.length, tenant: tenantName });
  const url = `${publicUrl()}/t/${slug}/announcements/${announcementId}`;
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [t("relay.mails.sender.body"), ...placesOf(notices)],
    action: { label: t("relay.mails.sender.action"), url },
    footer: t("relay.mails.sender.footer", { tenant: tenantName }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}

function placesOf(notices: readonly Notice[]): string[] {
  return notices
    .slice(0, MOST_NAMED)
    .map(({ communityName, groupName }) => `${communityName} · ${groupName}`);
}
