import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { isLocale, type Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";

export type NoticeKind =
  | "invoicePaid"
  | "invoiceOpen"
  | "paymentFailed"
  | "trialEnding"
  | "closed"
  | "meter"
  | "held"
  | "heldForDeletion";

export type Notice = {
  /** Names this notice for good: it is sent once, whoever asks for it, and however often. */
  key: string;
  kind: NoticeKind;
  params: (locale: Locale, zone: string) => Record<string, string | number>;
  /** Under the tenant's dashboard: `billing`. */
  path: string;
};

/** Mails finance something, once: the key is taken in the transaction that queues the mails. Answers whether it was new. */
export function systemNotify(ctx: TenantContext, notice: Notice): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.billingNotice.createMany({
      data: [{ key: notice.key, sentAt: ctx.now }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const tenant = await tx.db.tenant.findFirstOrThrow({
      select: { name: true, slug: true, locale: true, timezone: true },
    });
    const locale = isLocale(tenant.locale) ? tenant.locale : "pt-BR";
    const params = { tenant: tenant.name, ...notice.params(locale, tenant.timezone) };
    const content = contentOf(notice, {
      locale,
      params,
      url: `${publicUrl()}/t/${tenant.slug}/${notice.path}`,
    });
    for (const to of await recipients(tx)) await sendMail(tx.db, { to, ...content });
    return true;
  });
}

type Filled = { locale: Locale; params: Record<string, string | number>; url: string };

function contentOf({ kind }: Notice, { locale, params, url }: Filled) {
  const t = translatorFor(locale) as unknown as (key: string, params: object) => string;
  const title = t(`billing.mails.${kind}.title`, params);
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [t(`billing.mails.${kind}.body`, params)],
    action: { label: t(`billing.mails.${kind}.action`, params), url },
    footer: t("billing.mails.footer", params),
  });
  return { subject: title, ...rendered };
}

/** The finance address of the profile, else the people of finance, else the owners. */
async function recipients({ db }: TenantContext): Promise<string[]> {
  const profile = await db.billingProfile.findFirst({ select: { invoiceEmail: true } });
  if (profile?.invoiceEmail) return [profile.invoiceEmail];
  const staff = await db.staff.findMany({
    where: { role: { in: ["finance", "owner"] } },
    select: { role: true, userId: true },
  });
  const finance = staff.filter(({ role }) => role === "finance");
  const users = await db.user.findMany({
    where: { id: { in: (finance.length > 0 ? finance : staff).map(({ userId }) => userId) } },
    select: { email: true },
  });
  return users.map(({ email }) => email);
}
