import "server-only";
import { type StaffReader, sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { daysAfter } from "@/lib/shared/days";
import { reachOf } from "@/lib/tenants/permissions";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { DIGEST_DAYS, periodOf } from "../digest-rules";
import { type Digest, getDigest } from "../queries/get-digest";
import type { DigestFrequency } from "../types";

/**
 * Sends the digests that are due (F4): each once a period of the tenant's clock, whatever crashes; of what is in the reader's
 * reach now (R7). A period in which nothing came and nothing waits has none.
 */
export async function systemSendDigests(ctx: TenantContext): Promise<void> {
  const roles = STAFF_ROLES.filter((role) => reachOf(role, "feedback.view") !== "none");
  const [tenant, readers, chosen] = await Promise.all([
    findTenant(ctx),
    systemStaffReaders(ctx, roles),
    ctx.db.feedbackDigest.findMany({ select: { staffId: true, frequency: true } }),
  ]);
  for (const { staffId, frequency } of chosen as { staffId: string; frequency: DigestFrequency }[]) {
    const reader = readers.find((one) => one.staffId === staffId);
    const actor = reader && (await findStaffActor(ctx.tenantId, reader.userId));
    if (!reader || !actor) continue;
    const period = new Date(periodOf(frequency, ctx.now, tenant.timezone));
    await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.feedbackDigest.updateMany({
        where: { staffId, frequency, lastPeriod: { lt: period } },
        data: { lastPeriod: period },
      });
      if (count === 0) return;
      const digest = await getDigest({ ...tx, actor }, daysAfter(tx.now, -DIGEST_DAYS[frequency]));
      if (digest.arrived + digest.overdue === 0) return;
      await sendStaffMail(tx, reader, { ...digestMail(reader, digest, { ...tenant, frequency }), roles });
    });
  }
}

type About = { name: string; slug: string; frequency: DigestFrequency };

function digestMail({ locale }: StaffReader, digest: Digest, { name, slug, frequency }: About) {
  const t = translatorFor(locale);
  const title = t(`feedback.digest.${frequency}`, { tenant: name });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [
      t("feedback.digest.arrived", { count: digest.arrived }),
      t("feedback.digest.overdue", { count: digest.overdue }),
      t("feedback.digest.ownerless", { count: digest.ownerless }),
      ...digest.newest.map((item) => `· ${item}`),
    ],
    action: { label: t("feedback.overdueMail.open"), url: `${publicUrl()}/t/${slug}/feedback` },
    footer: t("feedback.digest.footer", { tenant: name }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}
