import "server-only";
import MailComposer from "nodemailer/lib/mail-composer";
import { mailFrom, publicUrl, smtpUrl } from "../env";
import { log } from "../log";
import { keepInOutbox } from "./outbox";
import { openSmtpLine, type SmtpAnswer, type SmtpLine } from "./smtp-line";

export type MailLetter = {
  id: string;
  to: string;
  sender: string;
  subject: string;
  text: string;
  html: string;
  refuseUrl: string;
};

export type LetterOutcome =
  | { kind: "sent"; providerId: string }
  | { kind: "failed"; reason: string; hasBounced?: boolean }
  | { kind: "later"; reason: string; isOurs: boolean }
  | { kind: "unknown"; reason: string };

const lines = new Map<string, SmtpLine[]>();

/**
 * Sends one letter of an announcement, or lays it into the outbox while no server is set. It may be refused in one press
 * (RFC 8058) and answers nobody's absence note (RFC 3834). Its message id is made of the letter's, so that a bounce names it.
 */
export async function sendLetter(letter: MailLetter): Promise<LetterOutcome> {
  const url = smtpUrl();
  const messageId = `<${letter.id}@${new URL(publicUrl()).hostname}>`;
  if (!url) {
    await keepInOutbox(letter);
    return { kind: "sent", providerId: messageId };
  }
  const { content, from } = await write(letter, messageId);
  const line = await takeLine(url);
  if (!line) return { kind: "later", reason: "server_unreachable", isOurs: true };
  const answer = await line.send(from, letter.to, content);
  giveBack(url, line);
  return outcomeOf(answer, messageId);
}

/** Ends every conversation with the mail server. */
export function closeMailLines(): void {
  for (const open of lines.values()) for (const line of open) line.close();
  lines.clear();
}

async function write(letter: MailLetter, messageId: string): Promise<{ content: Buffer; from: string }> {
  const from = addressOf(mailFrom());
  const message = new MailComposer({
    from: { name: letter.sender, address: from },
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId,
    headers: {
      Precedence: "bulk",
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": `<${letter.refuseUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }).compile();
  return { content: await message.build(), from };
}

/** The address alone of `Name <address>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender.trim();
}

async function takeLine(url: string): Promise<SmtpLine | null> {
  for (let line = lines.get(url)?.pop(); line; line = lines.get(url)?.pop()) {
    if (line.isOpen()) return line;
  }
  return await openSmtpLine(url).catch((error: Error) => {
    log.warn({ err: error.message }, "the mail server cannot be reached");
    return null;
  });
}

function giveBack(url: string, line: SmtpLine): void {
  if (!line.isOpen()) return;
  lines.set(url, [...(lines.get(url) ?? []), line]);
}

function outcomeOf(answer: SmtpAnswer, messageId: string): LetterOutcome {
  switch (answer.kind) {
    case "accepted":
      return { kind: "sent", providerId: messageId };
    case "silent":
      return { kind: "unknown", reason: "no_answer" };
    case "unreachable":
      return { kind: "later", reason: "server_unreachable", isOurs: true };
    case "refused":
      return refusal(answer);
  }
}

/** RFC 5321 §4.2.1: 4xx passes, 5xx stays. Of an address 550, 551 and 553 say that nobody is there. */
function refusal({ code, isAddress }: { code: number; isAddress: boolean }): LetterOutcome {
  if (code === 421) return { kind: "later", reason: "server_busy", isOurs: true };
  if (code < 500) return { kind: "later", reason: "mailbox_busy", isOurs: false };
  if (code === 530 || code === 535) return { kind: "later", reason: "server_login", isOurs: true };
  if (!isAddress) return { kind: "failed", reason: "letter_refused" };
  return {
    kind: "failed",
    reason: "address_refused",
    hasBounced: code === 550 || code === 551 || code === 553,
  };
}
