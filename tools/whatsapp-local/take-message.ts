import { aNumber, messageId, type News, type PhoneNumber, type Sent } from "./number";

export type Limits = { perSecond: number; pairSeconds: number; perDay: number | null };
export type Reply = { status: number; body: object };
export type Taken = Reply & { sent?: Sent; news: News[] };

const DAY_MS = 86_400_000;
const MOST_TEXT = 4_096;
const MOST_TEMPLATE = 1_024;
const MOST_CAPTION = 1_024;
// Of the templates here those with such a name have a picture above their words.
const HAS_PICTURE = /_(?:imagem|image|imagen)$/;
const MEDIA = ["image", "video", "document"] as const;

type Shown = { link?: unknown; caption?: unknown };
type Message = {
  to?: unknown;
  type?: unknown;
  text?: { body?: unknown };
  image?: Shown;
  video?: Shown;
  document?: Shown;
  template?: { name?: unknown; components?: Component[] };
  biz_opaque_callback_data?: unknown;
};

export function refusal(status: number, code: number, message: string): Taken {
  return {
    status,
    body: { error: { message: `(#${code}) ${message}`, type: "OAuthException", code } },
    news: [],
  };
}

/** The number that a token stands for; a refusal when another token has it. */
export function numberOf(
  numbers: Map<string, PhoneNumber>,
  phoneNumberId: string,
  authorization: string,
): PhoneNumber | Taken {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (!token) return refusal(401, 190, "An access token is required");
  const known = numbers.get(phoneNumberId) ?? aNumber(phoneNumberId, token);
  if (known.token !== token) return refusal(401, 190, "Invalid OAuth access token");
  numbers.set(phoneNumberId, known);
  return known;
}

export type Around = {
  limits: Limits;
  now: number;
  /** Whether what it links to could be fetched and shown. */
  isShown: boolean;
};

/** What the Cloud API says to a message, and what its webhooks will. */
export function takeMessage(number: PhoneNumber, message: Message, { limits, now, isShown }: Around): Taken {
  const to = typeof message.to === "string" ? message.to : "";
  if (!/^\d{7,15}$/.test(to)) return refusal(400, 131_009, "Parameter value is not valid");
  const content = contentOf(message);
  if (typeof content !== "string") return content;
  const busy = busyWith(number, to, limits, now);
  if (busy) return busy;
  const isOpen = (number.wrote.get(to) ?? 0) > now - DAY_MS;
  if (!isOpen && message.type === "template") {
    const counted = [...number.opened].filter(([, at]) => at > now - DAY_MS).map(([who]) => who);
    if (limits.perDay !== null && !counted.includes(to) && counted.length >= limits.perDay)
      return refusal(400, 131_048, "Messaging limit reached");
    number.opened.set(to, now);
  }
  number.recent.push(now);
  number.touched.set(to, now);
  const opaque = message.biz_opaque_callback_data;
  const letter = typeof opaque === "string" ? opaque : null;
  const sent = { id: messageId(to), to, type: String(message.type), text: content, letter, at: now };
  number.sent.push(sent);
  return {
    status: 200,
    body: {
      messaging_product: "whatsapp",
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id: sent.id, message_status: "accepted" }],
    },
    sent,
    news: newsOf(sent, { isOpen, isShown }),
  };
}

function contentOf(message: Message): string | Taken {
  const { type, text, template } = message;
  const shown = MEDIA.find((kind) => kind === type);
  if (shown) return captionIn(message[shown]);
  if (type === "text") {
    const body = text?.body;
    const isGood = typeof body === "string" && body.length > 0 && body.length <= MOST_TEXT;
    return isGood ? body : refusal(400, 100, "Invalid parameter");
  }
  if (type !== "template" || typeof template?.name !== "string")
    return refusal(400, 100, "Invalid parameter");
  return wordsOf(template.name, template.components ?? []);
}

type Component = { type?: string; parameters?: { text?: unknown; image?: Shown }[] };

function wordsOf(name: string, components: readonly Component[]): string | Taken {
  if (name.startsWith("missing")) return refusal(404, 132_001, "Template name does not exist");
  const part = (type: string) => components.find((each) => each.type === type);
  const header = part("header");
  if (HAS_PICTURE.test(name) !== (header !== undefined))
    return refusal(400, 132_012, "Parameter format does not match format in the created template");
  const values = (part("body")?.parameters ?? []).map(({ text }) => String(text ?? ""));
  if (values.some((value) => value === "" || /[\n\t]| {5}/.test(value)))
    return refusal(400, 132_018, "Param text cannot have new-line/tab characters or more than 4 spaces");
  const whole = values.join("\n");
  if (whole.length > MOST_TEMPLATE) return refusal(400, 132_005, "Translated text too long");
  const picture = header?.parameters?.[0]?.image?.link;
  return typeof picture === "string" ? `[${picture}]\n${whole}` : whole;
}

/** The link and the text below it; more than is allowed is refused, not cut. */
function captionIn({ link, caption = "" }: Shown = {}): string | Taken {
  const isGood = typeof link === "string" && /^https?:/.test(link) && typeof caption === "string";
  if (!isGood || caption.length > MOST_CAPTION) return refusal(400, 100, "Invalid parameter");
  return `[${link}]\n${caption}`;
}

function busyWith(number: PhoneNumber, to: string, limits: Limits, now: number): Taken | null {
  number.recent = number.recent.filter((at) => at > now - 1_000);
  if (number.recent.length >= limits.perSecond) return refusal(429, 130_429, "Rate limit hit");
  const last = number.touched.get(to) ?? 0;
  return last > now - limits.pairSeconds * 1_000 ? refusal(400, 131_056, "Pair rate limit hit") : null;
}

function newsOf(
  { id, letter, to, type }: Sent,
  { isOpen, isShown }: { isOpen: boolean; isShown: boolean },
): News[] {
  const status = (name: string, code?: number): News => ({
    kind: "status",
    id,
    letter,
    to,
    status: name,
    ...(code === undefined ? {} : { code }),
  });
  if (!isShown) return [status("failed", 131_053)];
  if (type !== "template" && !isOpen) return [status("failed", 131_047)];
  return [status("sent"), status("delivered"), status("read")];
}
