import "server-only";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { Place } from "../succession-sql";

/** Tells a successor that they lead a place now, when a mail reaches them. In the transaction of the hand-over. */
export async function unsafeTellHeir(
  ctx: TenantContext,
  place: Place & { name: string },
  memberId: string,
): Promise<void> {
  const reader = await systemMailReader(ctx, memberId);
  if (!reader || reader.isSuspended) return;
  const { locale } = reader;
  const t = translatorFor(locale);
  const title = t("succession.mails.heir.title", { place: place.name });
  const path = `manage/${place.groupId ?? place.communityId}/people`;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [t("succession.mails.heir.body", { place: place.name, tenant: reader.tenantName })],
    action: { label: t("succession.mails.heir.action"), url: `${publicUrl()}/m/${reader.slug}/${path}` },
    footer: t("succession.mails.heir.footer", { tenant: reader.tenantName }),
  });
  await sendMail(ctx.db, { to: reader.address, subject: title.slice(0, 300), ...mail });
}
