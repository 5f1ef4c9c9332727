import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { Place } from "../succession-sql";

/** Tells a successor that they lead a place now, when they have an e-mail address. In the transaction of the hand-over. */
export async function unsafeTellHeir(
  ctx: TenantContext,
  place: Place & { name: string },
  memberId: string,
): Promise<void> {
  const [member, identifier, tenant] = await Promise.all([
    ctx.db.member.findFirst({ where: { id: memberId }, select: { locale: true } }),
    ctx.db.identifier.findFirst({
      where: { memberId, kind: "email" },
      select: { value: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    ctx.db.tenant.findFirst({ select: { slug: true, name: true, locale: true } }),
  ]);
  if (!member || !identifier || !tenant) return;
  const locale = localeFrom(member.locale ?? tenant.locale);
  const t = translatorFor(locale);
  const title = t("succession.mails.heir.title", { place: place.name });
  const path = `manage/${place.groupId ?? place.communityId}/people`;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [t("succession.mails.heir.body", { place: place.name, tenant: tenant.name })],
    action: { label: t("succession.mails.heir.action"), url: `${publicUrl()}/m/${tenant.slug}/${path}` },
    footer: t("succession.mails.heir.footer", { tenant: tenant.name }),
  });
  await sendMail(ctx.db, { to: identifier.value, subject: title.slice(0, 300), ...mail });
}
