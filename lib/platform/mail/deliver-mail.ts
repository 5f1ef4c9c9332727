import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { mailFrom, publicUrl, smtpUrl } from "../env";
import { log } from "../log";
import type { Mail } from "./mail";
import { keepInOutbox } from "./outbox";

let transport: { url: string; transporter: Transporter } | undefined;

/**
 * Hands a mail to the SMTP server, or lays it into the outbox while none is set. An address that the server refuses for
 * good is logged and done with; everything else throws, so that the job tries again.
 */
export async function deliverMail(mail: Mail): Promise<void> {
  const url = smtpUrl();
  if (!url) return keepInOutbox(mail);
  const { id, ...content } = mail;
  try {
    await transporterOf(url).sendMail({
      from: mailFrom(),
      ...content,
      messageId: `<${id}@${new URL(publicUrl()).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    log.warn({ mailId: id, code: (error as { responseCode?: number }).responseCode }, "a mail was refused");
  }
}

/** Closes the connections to the SMTP server. */
export function closeMailTransport(): void {
  transport?.transporter.close();
  transport = undefined;
}

function transporterOf(url: string): Transporter {
  if (transport?.url !== url) {
    closeMailTransport();
    transport = { url, transporter: nodemailer.createTransport({ url, pool: true }) };
  }
  return transport.transporter;
}

/** RFC 5321 §4.2.1: 5xx is permanent. A wrong sender or login (53x) is ours to repair, so those are tried again. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = "" } = error as { responseCode?: number; command?: string };
  return responseCode >= 550 && responseCode < 560 && command === "RCPT TO";
}
