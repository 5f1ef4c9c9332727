import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import type { TenantContext } from "@/lib/platform/context";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { type FeedbackNews, newsMail } from "../mails";
import type { LockedFeedback } from "../types";
import { unsafeTellContact } from "./tell-contact";

/**
 * Tells the author once of a change that concerns them (F3): lights the mark in the portal, and sends a mail when they
 * have an address and did not opt out. What they did themself they know.
 */
export async function unsafeTellAuthor(
  tx: TenantContext,
  item: LockedFeedback,
  news: FeedbackNews,
): Promise<void> {
  const { memberId } = item;
  if (!memberId) return unsafeTellContact(tx, item.id, news);
  if (ownMemberId(tx.actor) === memberId) return;
  await tx.db.feedback.updateMany({ where: { id: item.id }, data: { toldAt: tx.now } });
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return;
  await sendMail(tx.db, { to: reader.address, ...newsMail(reader, item, news) });
}
