import "server-only";
import { sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { formatDate } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { notFound } from "@/lib/shared/refusal";

type News = { kind: "scheduled"; dueAt: Date } | { kind: "undone" };

/** Tells every owner that the tenant will be deleted, or will not. In the transaction of the command. */
export async function unsafeTellOwners(tx: TenantContext, news: News): Promise<void> {
  const tenant = await tx.db.tenant.findFirst({ select: { slug: true, name: true, timezone: true } });
  if (!tenant) throw notFound();
  for (const reader of await systemStaffReaders(tx, ["owner"])) {
    const { locale } = reader;
    const t = translatorFor(locale);
    const about = {
      tenant: tenant.name,
      date: news.kind === "scheduled" ? formatDate(news.dueAt, { locale, zone: tenant.timezone }) : "",
    };
    const title = t(`tenantLife.mails.${news.kind}.title`, about);
    const mail = renderMail({
      locale,
      title,
      paragraphs: [t(`tenantLife.mails.${news.kind}.body`, about)],
      action: {
        label: t(`tenantLife.mails.${news.kind}.action`),
        url: `${publicUrl()}/t/${tenant.slug}/settings/organization`,
      },
      footer: t("tenantLife.mails.footer", about),
    });
    await sendStaffMail(tx, reader, { subject: title.slice(0, 300), ...mail, roles: ["owner"] });
  }
}
