import "server-only";
import { systemContext } from "@/lib/platform/context";
import { mailWebhookSecret } from "@/lib/platform/env";
import { readBounce } from "@/lib/platform/mail/read-bounce";
import { isSignedBy } from "@/lib/platform/signature";
import { readLetterId } from "../letter-id";
import { markBounced } from "../outward/mark-sql";
import { systemTakeReceipts } from "./take-receipts";

export type Taken = "taken" | "not_ours" | "bad_signature" | "not_ready";

/**
 * Takes a mail in that a server sent back (RFC 3464), as the mail server hands it over: raw, signed with the shared secret. The
 * delivery has failed unless it is known to have arrived (X10); an address where nobody is for good is remembered. The id of
 * the letter names tenant, sending and person; only their own mail servers ever saw it.
 */
export async function systemTakeBounce(raw: Buffer, signature: string, now: Date): Promise<Taken> {
  const secret = mailWebhookSecret();
  if (!secret) return "not_ready";
  if (!isSignedBy(secret, raw, signature)) return "bad_signature";
  const bounce = await readBounce(raw);
  const letter = bounce && readLetterId(bounce.messageId);
  if (!bounce || !letter) return "not_ours";
  const { tenantId, occurrenceId, memberId } = letter;
  const ctx = systemContext(tenantId, "delivery.bounce", now);
  const reason = bounce.isPermanent ? "address_refused" : "mailbox_busy";
  await systemTakeReceipts(ctx, [{ occurrenceId, memberId, status: "failed", reason, at: now }]);
  if (bounce.isPermanent) await markBounced(ctx.db, memberId, bounce.address);
  return "taken";
}
