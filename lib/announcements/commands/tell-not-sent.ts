import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { isLocale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { headlineOf } from "../format/headline";

/** Why something that was due was not sent. */
export type NotSentReason = "too_late" | "not_allowed" | "approval_void";

type NotSent = { id: string; body: string; dueAt: Date; reason: NotSentReason; scheduledBy: string | null };

// Everybody who answers for it; a big team is not mailed whole.
const MOST_PEOPLE = 10;

/**
 * Mails whoever scheduled it and those who answer for the tenant that an announcement stayed behind, and why: nothing stays
 * "scheduled" in the past in silence (A12, A13). Inside the transaction that stops it: told once, or not stopped.
 */
export async function tellNotSent(tx: TenantContext, notSent: NotSent): Promise<void> {
  const [tenant, staff] = await Promise.all([
    tx.db.tenant.findFirstOrThrow({ select: { name: true, slug: true, locale: true, timezone: true } }),
    tx.db.staff.findMany({
      where: {
        OR: [
          { role: { in: ["owner", "admin"] } },
          ...(notSent.scheduledBy ? [{ id: notSent.scheduledBy }] : []),
        ],
      },
      select: { userId: true },
      orderBy: { id: "asc" },
      take: MOST_PEOPLE,
    }),
  ]);
  const users = await tx.db.user.findMany({
    where: { id: { in: staff.map(({ userId }) => userId) } },
    select: { email: true },
  });
  const locale = isLocale(tenant.locale) ? tenant.locale : tx.locale;
  const t = translatorFor(locale);
  const title = t("announcements.notSent.title", { tenant: tenant.name });
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: tenant.timezone,
  }).format(notSent.dueAt);
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [
      t("announcements.notSent.body", { headline: headlineOf(notSent.body), when, zone: tenant.timezone }),
      t(`announcements.notSent.reasons.${notSent.reason}`),
    ],
    action: {
      label: t("announcements.notSent.action"),
      url: `${publicUrl()}/t/${tenant.slug}/announcements/${notSent.id}`,
    },
    footer: t("announcements.notSent.footer", { tenant: tenant.name }),
  });
  for (const { email } of users) await sendMail(tx.db, { to: email, subject: title, ...rendered });
}
