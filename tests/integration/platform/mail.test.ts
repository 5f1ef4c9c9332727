import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { platformClient } from "@/lib/platform/db/clients";
import { closeMailTransport, deliverMail } from "@/lib/platform/mail/deliver-mail";
import { listOutbox } from "@/lib/platform/mail/outbox";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";

const MAIL = {
  to: "ana@exemplo.example",
  subject: "Convite à aldeia",
  text: "Olá, Ana\n",
  html: "<p>Olá, Ana</p>",
};
const undo: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  closeMailTransport();
  delete process.env.SMTP_URL;
  delete process.env.ALDEIA_DATA_DIR;
  for (const step of undo.splice(0)) await step();
});

async function smtpServer(refuse: boolean): Promise<ParsedMail[]> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(refuse ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  undo.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return received;
}

test("with SMTP_URL a mail leaves by a real SMTP conversation, text and HTML, with a stable id", async () => {
  const received = await smtpServer(false);
  const id = newId();
  await deliverMail({ id, ...MAIL });
  const [mail] = received;
  expect(mail?.subject).toBe(MAIL.subject);
  expect(mail?.text).toBe(MAIL.text);
  expect(mail?.html).toContain("Olá, Ana");
  expect(mail?.messageId).toContain(id);
});

test("an address that the server refuses for good is not tried for ever", async () => {
  const received = await smtpServer(true);
  await deliverMail({ id: newId(), ...MAIL });
  expect(received).toEqual([]);
});

test("an SMTP server that is away makes the job try again", async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  await expect(deliverMail({ id: newId(), ...MAIL })).rejects.toThrow(/ECONNREFUSED/);
});

test("without SMTP_URL mails lie in the outbox, newest first, and a repeated delivery adds none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-outbox-"));
  undo.push(() => rmSync(folder, { recursive: true }));
  process.env.ALDEIA_DATA_DIR = folder;
  expect(await listOutbox()).toEqual([]);
  const [first, second] = [newId(), newId()];
  await deliverMail({ id: first, ...MAIL, subject: "1" });
  await deliverMail({ id: second, ...MAIL, subject: "2" });
  await deliverMail({ id: first, ...MAIL, subject: "1" });
  expect((await listOutbox()).map((mail) => mail.subject)).toEqual(["2", "1"]);
  expect(readdirSync(join(folder, "outbox"))).toHaveLength(2);
});

test("a mail of a transaction that rolls back is never queued", async () => {
  const attempt = platformClient().$transaction(async (db) => {
    await sendMail(db, MAIL);
    throw new Error("rolled back");
  });
  await expect(attempt).rejects.toThrow("rolled back");
  const url = process.env.DATABASE_URL ?? "";
  const count = () => asOwner<{ n: number }>(url, "SELECT count(*)::int AS n FROM graphile_worker.jobs");
  expect((await count())[0]?.n).toBe(0);
  await sendMail(platformClient(), MAIL);
  expect((await count())[0]?.n).toBe(1);
});
