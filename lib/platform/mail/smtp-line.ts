import "server-only";
import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

/** What a server answered to one letter. `code`: its answer (RFC 5321 §4.2), null when none came. */
export type SmtpAnswer =
  | { kind: "accepted" }
  | { kind: "refused"; code: number; isAddress: boolean }
  /** Nothing was handed over: it may be sent again. */
  | { kind: "unreachable" }
  /** All of it was handed over and no answer came: it may have been sent, or not. */
  | { kind: "silent" };

/** One conversation with an SMTP server, letter after letter. */
export type SmtpLine = {
  send(from: string, to: string, content: Buffer): Promise<SmtpAnswer>;
  /** Whether it may be used for another letter. */
  isOpen(): boolean;
  close(): void;
};

/**
 * Opens a conversation with the server of an SMTP address. The transports of the library send a letter again by themselves
 * when the line breaks, and do not tell whether it had been handed over; here both are known.
 * @throws Error when there is no server, or it does not take our name and password.
 */
export async function openSmtpLine(url: string): Promise<SmtpLine> {
  const { auth, ...server } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  });
  let broken: Error | null = null;
  let onBreak: (error: Error) => void = () => undefined;
  const breakWith = (error: Error) => {
    broken ??= error;
    onBreak(broken);
  };
  connection.on("error", breakWith);
  connection.on("end", () => breakWith(new Error("the server ended the conversation")));
  const step = <T>(run: (done: (error: Error | null | undefined, value?: T) => void) => void) =>
    new Promise<T | undefined>((resolve, reject) => {
      if (broken) return reject(broken);
      onBreak = reject;
      run((error, value) => (error ? reject(error) : resolve(value)));
    });
  try {
    await step((done) => connection.connect(done));
    if (auth) await step((done) => connection.login(auth as never, done));
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    send: (from, to, content) => sendOn(connection, step, { from, to, content }),
    isOpen: () => broken === null,
    close: () => connection.quit(),
  };
}

type Step = <T>(
  run: (done: (error: Error | null | undefined, value?: T) => void) => void,
) => Promise<T | undefined>;
type SmtpLetter = { from: string; to: string; content: Buffer };

async function sendOn(connection: SMTPConnection, step: Step, letter: SmtpLetter): Promise<SmtpAnswer> {
  let isHandedOver = false;
  // Read only when the server asked for the content.
  const content = Readable.from([letter.content]).once("end", () => {
    isHandedOver = true;
  });
  try {
    await step((done) => connection.send({ from: letter.from, to: [letter.to] }, content, done));
    return { kind: "accepted" };
  } catch (error) {
    const { responseCode, command } = error as { responseCode?: number; command?: string };
    if (responseCode) {
      await step((done) => connection.reset(done)).catch(() => connection.close());
      return { kind: "refused", code: responseCode, isAddress: command === "RCPT TO" };
    }
    connection.close();
    return isHandedOver ? { kind: "silent" } : { kind: "unreachable" };
  }
}
