import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import type { Mail, NewMail } from "@/lib/platform/mail/mail";
import { newId } from "@/lib/shared/ids";
import { adminMailName } from "../job-names";

/**
 * Sends a member a mail about communities and rooms that they administer, when the transaction commits. Who administers
 * none of them any more gets it no more (R7); `asMember`, who is in none of them.
 */
export async function sendAdminMail(
  ctx: Pick<TenantContext, "db">,
  reader: { memberId: string; placeIds: readonly string[]; asMember?: boolean },
  mail: NewMail,
): Promise<void> {
  const payload = { ...reader, placeIds: [...reader.placeIds], mail: { id: newId(), ...mail } };
  await enqueue(ctx.db, adminMailName, payload, { maxAttempts: 12 });
}

type Delivered = { memberId: string; placeIds: string[]; asMember?: boolean | undefined; mail: Mail };

/** What the worker does with it. */
export async function systemDeliverAdminMail(
  { db }: TenantContext,
  { memberId, placeIds, asMember, mail }: Delivered,
): Promise<void> {
  const where = asMember ? { memberId } : { memberId, role: "admin" };
  const [communities, groups] = await Promise.all([
    db.communityMember.count({ where: { ...where, communityId: { in: placeIds } } }),
    db.groupMember.count({ where: { ...where, groupId: { in: placeIds } } }),
  ]);
  if (communities + groups > 0) await deliverMail(mail);
}
