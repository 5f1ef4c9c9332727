import "server-only";
import { type StaffReader, sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { formatDate } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { reachOf } from "@/lib/tenants/permissions";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { claimOverdue, type Overdue } from "../overdue-sql";
import { listOwners } from "../queries/list-owners";

const MOST = 200;
const MOST_NAMED = 20;

/**
 * Tells owners which of their items are past their date (F4): once for each date and owner, in one mail each. Claimed in the
 * transaction of the mails: two runs tell it once. Of the words of members the mail has the titles alone.
 */
export async function systemTellOverdue(ctx: TenantContext): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const late = await claimOverdue(tx.db, { now: tx.now, most: MOST });
    if (late.length === 0) return;
    const roles = STAFF_ROLES.filter((role) => reachOf(role, "feedback.answer") !== "none");
    const mayOwn = await ownersByPlace(tx, late);
    const readers = await systemStaffReaders(tx, roles);
    const tenant = await findTenant(tx);
    for (const reader of readers) {
      const own = late.filter(({ ownerId, communityId }) => {
        return ownerId === reader.staffId && mayOwn.get(communityId)?.has(ownerId);
      });
      if (own.length > 0) await sendStaffMail(tx, reader, { ...overdueMail(reader, own, tenant), roles });
    }
  });
}

/** Who lost the grant of a community meanwhile is told of nothing there (R7). */
async function ownersByPlace(tx: TenantContext, items: readonly Overdue[]) {
  const places = new Map<string | null, Set<string>>();
  for (const id of new Set(items.map(({ communityId }) => communityId)))
    places.set(id, new Set((await listOwners(tx, id)).map(({ staffId }) => staffId)));
  return places;
}

type Tenant = { name: string; slug: string; timezone: string };

function overdueMail({ locale }: StaffReader, items: readonly Overdue[], tenant: Tenant) {
  const t = translatorFor(locale);
  const title = t("feedback.overdueMail.title", { count: items.length, tenant: tenant.name });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: items.slice(0, MOST_NAMED).map((item) =>
      t("feedback.overdueMail.item", {
        title: item.title,
        date: formatDate(item.dueAt, { locale, zone: tenant.timezone }, "dayAndMonth"),
      }),
    ),
    action: { label: t("feedback.overdueMail.open"), url: `${publicUrl()}/t/${tenant.slug}/feedback` },
    footer: t("feedback.overdueMail.footer", { tenant: tenant.name }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}
