import "server-only";
import { readContactToken } from "@/lib/feedback/contact-token";
import { canAnswerFeedback } from "@/lib/feedback/policy";
import { findSubject } from "@/lib/feedback/queries/find-subject";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { forgetOldContacts } from "../forms-sql";
import { KEEP_CONTACT_DAYS } from "../rules";

const NOTHING = { contactName: null, contactEmail: null, contactLocale: null, contactConsent: null };

/** Forgets the name and address left with an item; again changes nothing. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function forgetContact(ctx: TenantContext, feedbackId: string): Promise<void> {
  authorize(canAnswerFeedback(ctx.actor, await findSubject(ctx, feedbackId)));
  await ctx.db.feedback.updateMany({ where: { id: feedbackId }, data: NOTHING });
}

/** The same by the link in a mail: whoever holds it left the address (P16). @throws Refusal `not_found` for a token of nobody's */
export async function forgetContactByLink(token: string, now: Date): Promise<void> {
  const left = readContactToken(token);
  if (!left) throw notFound();
  const ctx = systemContext(left.tenantId, "feedback_contact", now);
  await ctx.db.feedback.updateMany({ where: { id: left.feedbackId }, data: NOTHING });
}

/** By the clock: what ended long ago is answered no more. */
export async function systemForgetContacts(ctx: TenantContext): Promise<void> {
  await forgetOldContacts(ctx.db, daysAfter(ctx.now, -KEEP_CONTACT_DAYS));
}
