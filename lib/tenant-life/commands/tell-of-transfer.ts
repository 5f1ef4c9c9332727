import "server-only";
import { type StaffReader, sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { formatDate } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { notFound } from "@/lib/shared/refusal";

type News = "proposed" | "accepted" | "declined" | "withdrawn";
type About = { tenant: string; from: string; to: string };

/** Tells who gives and who receives the ownership how it stands. In the transaction of the command. */
export async function unsafeTellOfTransfer(tx: TenantContext, id: string, news: News): Promise<void> {
  const [tenant, transfer, readers] = await Promise.all([
    tx.db.tenant.findFirst({ select: { slug: true, name: true, timezone: true } }),
    tx.db.ownershipTransfer.findFirst({
      where: { id },
      select: { fromStaffId: true, toStaffId: true, expiresAt: true },
    }),
    systemStaffReaders(tx, STAFF_ROLES),
  ]);
  if (!tenant || !transfer) throw notFound();
  const of = (staffId: string) => readers.find((reader) => reader.staffId === staffId);
  const [giver, receiver] = [of(transfer.fromStaffId), of(transfer.toStaffId)];
  if (!giver || !receiver) return;
  const about = { tenant: tenant.name, from: nameOf(giver), to: nameOf(receiver) };
  for (const [side, reader] of [
    ["giver", giver],
    ["receiver", receiver],
  ] as const) {
    const date = formatDate(transfer.expiresAt, { locale: reader.locale, zone: tenant.timezone });
    await tell(tx, reader, { key: `${news}.${side}`, about: { ...about, date }, slug: tenant.slug });
  }
}

type Told = {
  key: `${News}.${"giver" | "receiver"}`;
  about: About & { date: string };
  slug: string;
};

async function tell(tx: TenantContext, reader: StaffReader, { key, about, slug }: Told): Promise<void> {
  const t = translatorFor(reader.locale);
  const title = t(`tenantLife.transferMails.${key}.title`, about);
  const page = key === "accepted.giver" ? "settings/organization" : "settings/ownership";
  const mail = renderMail({
    locale: reader.locale,
    title,
    paragraphs: [t(`tenantLife.transferMails.${key}.body`, about)],
    action: { label: t("tenantLife.transferMails.action"), url: `${publicUrl()}/t/${slug}/${page}` },
    footer: t("tenantLife.transferMails.footer", about),
  });
  await sendStaffMail(tx, reader, { subject: title.slice(0, 300), ...mail, roles: STAFF_ROLES });
}

function nameOf({ name, email }: StaffReader): string {
  return name || email;
}
