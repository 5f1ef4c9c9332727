import "server-only";
import { sendStaffMail, systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import { listLonePlaces } from "@/lib/communities/queries/list-lone-places";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { type LoneMail, loneAdminMail } from "../mails";
import { claimNotices, findMailReaders } from "../notices-sql";
import { sendAdminMail } from "./send-admin-mail";

type About = Omit<LoneMail, "locale" | "isOwner">;

/**
 * Tells of places whose admins are down to one who is active (H9): that admin and the owners, once, until the place has
 * others again. What is told is claimed in the transaction of the mails, so that two runs tell it once.
 */
export async function systemTellLoneAdmins(ctx: TenantContext): Promise<void> {
  const lone = await listLonePlaces(ctx);
  await inTransaction(ctx, async (tx) => {
    const claimed = new Set(await claimNotices(tx.db, lone, tx.now));
    const places = lone.filter((place) => claimed.has(place.groupId ?? place.communityId));
    if (places.length === 0) return;
    const { name, slug } = await findTenant(tx);
    const about = { tenantName: name, slug };
    const told = await tellOwners(tx, { ...about, places });
    await tellAdmins(tx, { ...about, places }, told);
  });
}

/** @returns the users who have been told */
async function tellOwners(tx: TenantContext, about: About): Promise<Set<string>> {
  const owners = await systemStaffReaders(tx, ["owner"]);
  for (const owner of owners) {
    const mail = loneAdminMail({ ...about, locale: owner.locale, isOwner: true });
    await sendStaffMail(tx, owner, { ...mail, roles: ["owner"] });
  }
  return new Set(owners.map(({ userId }) => userId));
}

async function tellAdmins(tx: TenantContext, about: About, told: ReadonlySet<string>): Promise<void> {
  const ids = [...new Set(about.places.flatMap(({ activeAdminId }) => activeAdminId ?? []))];
  for (const { memberId, userId, address, locale } of await findMailReaders(tx.db, ids)) {
    if (userId && told.has(userId)) continue;
    const places = about.places.filter(({ activeAdminId }) => activeAdminId === memberId);
    const placeIds = places.map(({ groupId, communityId }) => groupId ?? communityId);
    const mail = loneAdminMail({ ...about, places, locale, isOwner: false });
    await sendAdminMail(tx, { memberId, placeIds }, { to: address, ...mail });
  }
}
