import "server-only";
import { sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import { sendAdminMail } from "@/lib/memberships/commands/send-admin-mail";
import type { TenantContext } from "@/lib/platform/context";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { type NoticeKind, posterMail, senderMail } from "../mails";
import { claimNotices, type Notice } from "../notices-sql";

/**
 * Tells admins what they are to post, once each, and once more when it is late; of that whoever scheduled it hears too. Claimed in
 * the transaction of the mails: two runs tell it once.
 */
export async function tellPosters(tx: TenantContext, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  const late = await claimNotices(tx.db, taskIds, { kind: "late", now: tx.now });
  const fresh = await claimNotices(tx.db, taskIds, { kind: "new", now: tx.now });
  const isLate = (notice: Notice) => late.some(({ groupId }) => groupId === notice.groupId);
  await tellEach(tx, "late", late);
  await tellEach(
    tx,
    "new",
    fresh.filter((notice) => !isLate(notice)),
  );
  await tellSender(tx, late);
}

async function tellEach(tx: TenantContext, kind: NoticeKind, notices: readonly Notice[]): Promise<void> {
  const assignees = new Set(notices.flatMap(({ assigneeId }) => assigneeId ?? []));
  for (const memberId of assignees)
    await tellPoster(tx, memberId, {
      kind,
      notices: notices.filter(({ assigneeId }) => assigneeId === memberId),
    });
}

/** @returns whether a mail reaches them */
export async function tellPoster(
  tx: TenantContext,
  memberId: string,
  { kind, notices }: { kind: NoticeKind; notices: readonly Notice[] },
): Promise<boolean> {
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return false;
  const placeIds = notices.flatMap(({ groupId, communityId }) => [groupId, communityId]);
  const mail = posterMail({ ...reader, kind, notices });
  await sendAdminMail(tx, { memberId, placeIds }, { to: reader.address, ...mail });
  return true;
}

async function tellSender(tx: TenantContext, late: readonly Notice[]): Promise<void> {
  const [first] = late;
  if (!first) return;
  const { announcementId } = first;
  const [announcement, team, tenant] = await Promise.all([
    tx.db.announcement.findFirst({ where: { id: announcementId }, select: { scheduledBy: true } }),
    systemStaffReaders(tx, STAFF_ROLES),
    findTenant(tx),
  ]);
  const sender = team.find(({ staffId }) => staffId === announcement?.scheduledBy);
  if (!sender) return;
  const about = { tenantName: tenant.name, slug: tenant.slug, notices: late, announcementId };
  await sendStaffMail(tx, sender, { ...senderMail({ ...about, locale: sender.locale }), roles: STAFF_ROLES });
}
