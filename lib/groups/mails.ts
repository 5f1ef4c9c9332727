import "server-only";
import type { MailReader } from "@/lib/members/queries/find-mail-reader";
import { publicUrl } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { NewMail } from "@/lib/platform/mail/mail";
import { renderMail } from "@/lib/platform/mail/render-mail";

type Reader = Pick<MailReader, "address" | "locale" | "slug" | "tenantName">;

/** The mail to somebody who is in now. */
export function comeInMail(
  reader: Reader,
  { place, groupId, why }: { place: string; groupId: string | null; why: "place_free" | "accepted" },
): NewMail {
  const t = translatorFor(reader.locale);
  const title = t(`groups.mails.${why}.title`, { place });
  const path = groupId === null ? "" : `/groups/${groupId}`;
  return letter(reader, {
    title,
    body: t(`groups.mails.${why}.body`, { place, tenant: reader.tenantName }),
    action: { label: t("groups.mails.open"), url: `${publicUrl()}/m/${reader.slug}${path}` },
  });
}

/** The mail to who suggested a room: it is there, or why it is not. */
export function suggestionMail(
  reader: Reader,
  { name, groupId, reason }: { name: string; groupId: string | null; reason: string },
): NewMail {
  const t = translatorFor(reader.locale);
  const outcome = groupId === null ? "declined" : "approved";
  const path = groupId === null ? "" : `/${groupId}`;
  return letter(reader, {
    title: t(`groups.mails.${outcome}.title`, { name }),
    body: t(`groups.mails.${outcome}.body`, { name, reason }),
    action: { label: t("groups.mails.open"), url: `${publicUrl()}/m/${reader.slug}/groups${path}` },
  });
}

function letter(
  reader: Reader,
  { title, body, action }: { title: string; body: string; action: { label: string; url: string } },
): NewMail {
  const { locale } = reader;
  const footer = translatorFor(locale)("groups.mails.footer", { tenant: reader.tenantName });
  const rendered = renderMail({ locale, title, paragraphs: [body], action, footer });
  return { to: reader.address, subject: title, ...rendered };
}
