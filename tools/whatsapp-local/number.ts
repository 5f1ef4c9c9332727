import { createHmac, randomBytes } from "node:crypto";

export type Sent = {
  id: string;
  to: string;
  type: string;
  text: string;
  letter: string | null;
  at: number;
};
export type News =
  | { kind: "status"; id: string; letter: string | null; to: string; status: string; code?: number }
  | { kind: "message"; id: string; from: string; text: string }
  | { kind: "preference"; from: string; value: "stop" | "resume" };

/** A number: whoever shows its token first has it. */
export type PhoneNumber = {
  phoneNumberId: string;
  token: string;
  appSecret: string;
  callback: string | null;
  sent: Sent[];
  /** When each person last wrote, was written to first, and was written to at all. */
  wrote: Map<string, number>;
  opened: Map<string, number>;
  touched: Map<string, number>;
  recent: number[];
};

export function aNumber(phoneNumberId: string, token: string): PhoneNumber {
  const appSecret = createHmac("sha256", token).update("app secret").digest("hex");
  const maps = { wrote: new Map(), opened: new Map(), touched: new Map() };
  return { phoneNumberId, token, appSecret, callback: null, sent: [], recent: [], ...maps };
}

/** As at WhatsApp the id of a message has the person's number in it. */
export function messageId(to: string): string {
  return `wamid.${Buffer.from(`HBgM${to}`).toString("base64")}${randomBytes(12).toString("hex").toUpperCase()}`;
}
