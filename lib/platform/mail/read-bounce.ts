import "server-only";
import { simpleParser } from "mailparser";

/** What a delivery status notification says (RFC 3464): of which letter, to which address, and whether for good. */
export type Bounce = { messageId: string; address: string; isPermanent: boolean; status: string };

/** Reads a notification that a mail server sent back; null when it is none, or says that all is well or only late. */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const mail = await simpleParser(raw);
  const kind = mail.headerLines.find(({ key }) => key === "content-type")?.line ?? "";
  if (!/report-type="?delivery-status/iu.test(kind)) return null;
  const returned = mail.attachments.map(({ content }) => content.toString("utf8"));
  const text = [mail.text ?? "", ...returned].join("\n");
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, "imu").exec(text)?.[1]?.trim();
  const [action, status, recipient] = [field("Action"), field("Status"), field("Final-Recipient")];
  const messageId = field("Message-ID")?.replace(/^<|>$/gu, "");
  if (action?.toLowerCase() !== "failed" || !status || !messageId) return null;
  const address = recipient?.split(";").at(-1)?.trim().toLowerCase() ?? "";
  return { messageId, address, isPermanent: status.startsWith("5."), status: status.slice(0, 20) };
}
