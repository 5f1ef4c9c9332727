import "server-only";
import { type MailReader, systemMailReader } from "@/lib/members/queries/find-mail-reader";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { formatDate } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { log } from "@/lib/platform/log";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { newId } from "@/lib/shared/ids";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import type { PrivacyRequest, RefusalReason } from "../types";

/** What became of a request: done, refused for a reason, or the copy of one's data is ready. */
export type RequestNews =
  | { is: "done" | "exported"; answer?: string }
  | { is: "refused"; reason: RefusalReason; answer?: string };
type Asked = Pick<PrivacyRequest, "memberId" | "kind" | "receivedAt">;

/**
 * Tells whoever asked about their own data what became of it (P16), in their language. Belongs into the transaction that
 * makes it so: told once, or it did not happen.
 */
export async function unsafeTellRequester(tx: TenantContext, asked: Asked, news: RequestNews): Promise<void> {
  const reader = await systemMailReader(tx, asked.memberId);
  if (!reader) return;
  const zone = await findTimezone(tx);
  await sendMail(tx.db, { to: reader.address, ...contentOf(reader, { asked, news, zone }) });
}

type Told = { asked: Asked; news: RequestNews; zone: string };

function contentOf(reader: MailReader, { asked, news, zone }: Told) {
  const { locale, tenantName: tenant, slug, isSuspended } = reader;
  const t = translatorFor(locale);
  const about = {
    tenant,
    kind: t(`privacy.requests.kinds.${asked.kind}`),
    date: formatDate(asked.receivedAt, { locale, zone }),
  };
  const title = t(`privacy.mails.${news.is}.title`, about);
  const reason = news.is === "refused" ? t(`privacy.requests.reasons.${news.reason}`) : null;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [
      t(`privacy.mails.${news.is}.body`, about),
      ...(reason ? [t("privacy.mails.reason", { reason })] : []),
      ...(news.answer ? [news.answer] : []),
      ...(news.is === "refused" ? [t("privacy.mails.rights")] : []),
    ],
    // To somebody suspended the portal is closed: what there is to say stands in the mail.
    ...(!isSuspended && {
      action: { label: t("privacy.mails.open"), url: `${publicUrl()}/m/${slug}/me/privacy` },
    }),
    footer: t("privacy.mails.footer", { tenant }),
  });
  return { subject: title.slice(0, 300), ...mail };
}

/** Who asked to be erased, as far as they can be told when nothing of them is left. */
export type Leaver = Pick<MailReader, "address" | "locale" | "tenantName">;

/**
 * Tells somebody that they have been erased. At once and not by the queue, which would keep their address after all: a
 * mail that its server does not take now is let go, and leaves a line in the log.
 */
export async function systemTellErased({ address, locale, tenantName: tenant }: Leaver): Promise<void> {
  const t = translatorFor(locale);
  const title = t("privacy.mails.erased.title", { tenant });
  const paragraphs = [t("privacy.mails.erased.body", { tenant })];
  const mail = renderMail({ locale, title, paragraphs, footer: t("privacy.mails.footer", { tenant }) });
  try {
    await deliverMail({ id: newId(), to: address, subject: title.slice(0, 300), ...mail });
  } catch (error) {
    log.warn({ code: (error as { code?: string }).code }, "an erased person could not be told");
  }
}
