import "server-only";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";

/** Tells a person of an answer in the portal by a mail, when they have an address and did not say no to it. */
export async function tellPerson(tx: TenantContext, memberId: string, answer: string): Promise<void> {
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return;
  const { locale } = reader;
  const t = translatorFor(locale);
  const title = t("inbox.mail.title", { tenant: reader.tenantName });
  const mail = renderMail({
    locale,
    title,
    paragraphs: [answer],
    action: { label: t("inbox.mail.open"), url: `${publicUrl()}/m/${reader.slug}/contact` },
    footer: t("inbox.mail.footer", { tenant: reader.tenantName }),
  });
  await sendMail(tx.db, { to: reader.address, subject: title.slice(0, 300), ...mail });
}
