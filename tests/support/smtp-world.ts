import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach } from "vitest";
import { closeMailTransport } from "@/lib/platform/mail/deliver-mail";
import { closeMailLines } from "@/lib/platform/mail/send-letter";

/** What a mail server does with one letter: an answer of RFC 5321, silence after taking it, or nobody at home. */
export type Behaviour = "take" | "drop_after_data" | { refuse: number; at: "rcpt" | "data" };

export type MailServer = {
  received: ParsedMail[];
  /** Letters handed over whole, answered or not: what may have reached somebody. */
  handedOver: string[];
  url: string;
  stop(): Promise<void>;
};

const running: MailServer[] = [];

afterEach(async () => {
  closeMailTransport();
  closeMailLines();
  delete process.env.SMTP_URL;
  for (const server of running.splice(0)) await server.stop();
});

/** A real SMTP server on a free port (or the given one), set as the product's; `behave` decides by the receiver's address. */
export async function aMailServer(
  behave: (to: string) => Behaviour = () => "take",
  port = 0,
): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const handedOver: string[] = [];
  const refusal = (behaviour: Behaviour, at: "rcpt" | "data") =>
    typeof behaviour === "object" && behaviour.at === at
      ? Object.assign(new Error("refused"), { responseCode: behaviour.refuse })
      : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refusal(behave(address), "rcpt")),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? "";
      simpleParser(stream).then((mail) => {
        const behaviour = behave(to);
        const refused = refusal(behaviour, "data");
        if (refused) return done(refused);
        handedOver.push(to);
        if (behaviour === "drop_after_data") return cut(server);
        received.push(mail);
        done();
      }, done);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  process.env.SMTP_URL = url;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  const made = { received, handedOver, url, stop };
  running.push(made);
  return made;
}

/** Ends every conversation without a word. */
function cut(server: SMTPServer): void {
  for (const connection of server.connections)
    (connection as { close(): void; _socket?: { destroy(): void } })._socket?.destroy();
}
