import "server-only";
import { mailPerSecond, smtpUrl } from "@/lib/platform/env";
import { sendLetter } from "@/lib/platform/mail/send-letter";
import type { OutsideChannel } from "./channel";

// Each letter in flight has a connection of its own; servers allow few from one place.
const CONNECTIONS = 10;
// Without a server letters are files of ours.
const OUTBOX_PER_SECOND = 500;

/**
 * E-mail by SMTP. A server does not know a letter again, so one whose end is not known is never sent a second time by
 * itself (A16): it stays `unknown` until the person reads it or staff decide.
 */
export const email: OutsideChannel = {
  name: "email",
  isRepeatable: false,
  concurrency: CONNECTIONS,
  get perSecond() {
    return smtpUrl() ? mailPerSecond() : OUTBOX_PER_SECOND;
  },
  leaseSeconds: 120,
  send: (_ctx, { id, to, sender, subject, text, html, refusal }) =>
    sendLetter({ id, to, sender, subject, text, html, refuseUrl: refusal.oneClick }),
};
