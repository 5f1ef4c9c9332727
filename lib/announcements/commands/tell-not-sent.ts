import "server-only";
import { type StaffReader, sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { canViewSending } from "@/lib/delivery/policy";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import { sendAdminMail } from "@/lib/memberships/commands/send-admin-mail";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { STAFF_ROLES, type StaffRole } from "@/lib/shared/actor";
import { headlineOf } from "../format/headline";

/** Why something that was due was not sent. */
export type NotSentReason = "too_late" | "not_allowed" | "stopped" | "approval_void";

type NotSent = {
  id: string;
  body: string;
  communityIds: readonly string[];
  dueAt: Date;
  reason: NotSentReason;
  scheduledBy: string | null;
};

// Everybody who answers for it; a big team is not mailed whole.
const MOST_PEOPLE = 10;
const ANSWERABLE: readonly StaffRole[] = ["owner", "admin"];

/**
 * Mails whoever scheduled it, of the team or a member, and those who answer for the tenant that an announcement stayed behind, and why: nothing stays
 * "scheduled" in the past in silence (A12, A13). Inside the transaction that stops it: told once, or not stopped.
 */
export async function tellNotSent(tx: TenantContext, notSent: NotSent): Promise<void> {
  const [tenant, team, answerable] = await Promise.all([
    tx.db.tenant.findFirstOrThrow({ select: { name: true, slug: true, timezone: true } }),
    systemStaffReaders(tx, STAFF_ROLES),
    systemStaffReaders(tx, ANSWERABLE),
  ]);
  const scheduler = team.find(({ staffId }) => staffId === notSent.scheduledBy);
  const others = answerable.filter(({ staffId }) => staffId !== scheduler?.staffId);
  const about = { notSent, tenant };
  // Who scheduled it hears of it in whatever role they are now: losing the right is what may have stopped it.
  if (scheduler) {
    const roles = { roles: STAFF_ROLES, mayOpen: await mayOpen(tx, scheduler, notSent.communityIds) };
    await tell(tx, scheduler, { ...about, ...roles });
  } else if (notSent.scheduledBy) await tellMember(tx, notSent.scheduledBy, about);
  for (const reader of others.slice(0, MOST_PEOPLE - (scheduler ? 1 : 0)))
    await tell(tx, reader, { ...about, roles: ANSWERABLE, mayOpen: true });
}

/** Whether the page of the announcement opens for somebody of the team: a link to nothing helps nobody. */
async function mayOpen(
  tx: TenantContext,
  { userId }: StaffReader,
  communityIds: readonly string[],
): Promise<boolean> {
  const actor = await findStaffActor(tx.tenantId, userId);
  if (!actor) return false;
  const administered = await listAdministeredCommunityIds({ ...tx, actor });
  return canViewSending(actor, communityIds, administered).ok;
}

type About = { notSent: NotSent; tenant: { name: string; slug: string; timezone: string } };
type Told = About & { roles: readonly StaffRole[]; mayOpen: boolean };

async function tell(tx: TenantContext, reader: StaffReader, told: Told): Promise<void> {
  await sendStaffMail(tx, reader, { ...mailOf(reader.locale, told), roles: told.roles });
}

/** A member who scheduled it in the portal: it has no page of what was not sent. */
async function tellMember(tx: TenantContext, memberId: string, about: About): Promise<void> {
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return;
  const mail = mailOf(reader.locale, { ...about, mayOpen: false });
  const place = { memberId, placeIds: about.notSent.communityIds, asMember: true };
  await sendAdminMail(tx, place, { to: reader.address, ...mail });
}

function mailOf(locale: Locale, { notSent, tenant, mayOpen: isOpen }: About & { mayOpen: boolean }) {
  const t = translatorFor(locale);
  const title = t("announcements.notSent.title", { tenant: tenant.name });
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: tenant.timezone,
  }).format(notSent.dueAt);
  const url = `${publicUrl()}/t/${tenant.slug}/announcements/${notSent.id}`;
  const mail = renderMail({
    locale,
    title,
    paragraphs: [
      t("announcements.notSent.body", { headline: headlineOf(notSent.body), when, zone: tenant.timezone }),
      t(`announcements.notSent.reasons.${notSent.reason}`),
    ],
    ...(isOpen && { action: { label: t("announcements.notSent.action"), url } }),
    footer: t("announcements.notSent.footer", { tenant: tenant.name }),
  });
  return { subject: title.slice(0, 300), ...mail };
}
