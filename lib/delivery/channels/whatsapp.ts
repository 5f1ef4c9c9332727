import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { takeWithin } from "@/lib/shared/text";
import { systemTryAccount } from "@/lib/whatsapp/account";
import { type Answer, acceptedId, callCloud, errorCodeOf } from "@/lib/whatsapp/cloud-client";
import { systemNoteRefusal } from "@/lib/whatsapp/commands/note-refusal";
import { fateOf } from "@/lib/whatsapp/error-rules";
import { templateLanguage, templateVariable } from "@/lib/whatsapp/rules";
import type { Account } from "@/lib/whatsapp/types";
import { shownBy } from "../channel-rules";
import type { Letter, LetterMedia, Outcome, OutsideChannel } from "./channel";
import { askLocalWebhooks } from "./whatsapp-local";

const MOST_FREE_TEXT = 4_096;
// Below a picture, film or document.
const MOST_CAPTION = 1_024;
const addressShape = z.object({ number: z.string(), isOpen: z.boolean() });

/**
 * WhatsApp by the Cloud API: freely to whom wrote within the day, by an approved template to everybody else. A message that no
 * answer came to cannot be asked for again, as the API knows no repetition: it is `unknown` until a webhook tells of it, by
 * the letter's id that travels along (A16).
 */
export const whatsapp: OutsideChannel = {
  name: "whatsapp",
  isRepeatable: false,
  concurrency: 20,
  perSecond: 80,
  perDay: 250,
  leaseSeconds: 120,
  async tuned(ctx) {
    const account = await systemTryAccount(ctx);
    if (!account) return { ...whatsapp, send: async () => UNREADABLE };
    await askLocalWebhooks(ctx, account);
    const { perSecond, perDay } = account;
    return { ...whatsapp, perSecond, perDay, send: (_ctx, letter) => sendBy(ctx, account, letter) };
  },
  async send(ctx, letter) {
    const account = await systemTryAccount(ctx);
    return account ? await sendBy(ctx, account, letter) : UNREADABLE;
  },
};

/** Words to somebody whose window is open, outside of any sending: an answer. `id` comes back with each status. */
export async function sendWhatsappWords(
  ctx: TenantContext,
  { id, number, body }: { id: string; number: string; body: string },
): Promise<Outcome> {
  const account = await systemTryAccount(ctx);
  if (!account) return UNREADABLE;
  await askLocalWebhooks(ctx, account);
  return await post(ctx, account, { number, id }, { type: "text", text: { preview_url: false, body } });
}

// Waits until somebody enters the secrets anew; the settings say so.
const UNREADABLE: Outcome = { kind: "later", reason: "token_refused", afterSeconds: 600, isOurs: true };

async function sendBy(ctx: TenantContext, account: Account, letter: Letter): Promise<Outcome> {
  const { number, isOpen } = addressShape.parse(JSON.parse(letter.to));
  const content = isOpen ? freely(letter) : template(account, letter);
  return await post(ctx, account, { number, id: letter.id }, content);
}

async function post(
  ctx: TenantContext,
  account: Account,
  { number, id }: { number: string; id: string },
  content: object,
): Promise<Outcome> {
  const message = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: number.replace(/^\+/u, ""),
    // Comes back with every status, also of a message whose answer was lost.
    biz_opaque_callback_data: id,
    ...content,
  };
  const outcome = outcomeOf(await callCloud(account, "POST", `${account.phoneNumberId}/messages`, message));
  if (outcome.kind === "later" && outcome.reason === "token_refused") await systemNoteRefusal(ctx, account);
  return outcome;
}

/** A text, or the first thing that it shows with the text below. */
function freely(letter: Letter) {
  const [first] = shownBy("whatsapp", letter.media);
  if (!first) return { type: "text", text: { preview_url: false, body: textWithin(letter, MOST_FREE_TEXT) } };
  const { kind, url: link, name } = first;
  const caption = textWithin(letter, MOST_CAPTION);
  return {
    type: kind,
    [kind]: { link, caption, ...(kind === "document" ? { filename: name || "documento.pdf" } : {}) },
  };
}

function textWithin({ sender, formatted, refusal, url }: Letter, most: number): string {
  const end = `\n\n${url}\n\n_${refusal.byWord}_`;
  const body = `*${sender}*\n\n${formatted}`;
  const room = most - end.length;
  const short = body.length <= room ? body : `${takeWithin(body, room - 1)}…`;
  return `${short}${end}`;
}

/** The template of its purpose; with a picture that of pictures, unless promotions have one of their own, as Meta wants it. */
function templateFor(
  account: Account,
  { purpose, media }: Letter,
): { name: string; picture: LetterMedia | null } {
  const own = purpose === "promotions" ? account.promotionTemplateName : null;
  const [first] = shownBy("whatsapp", media);
  if (!own && account.imageTemplateName && first?.kind === "image")
    return { name: account.imageTemplateName, picture: first };
  return { name: own ?? account.templateName, picture: null };
}

function template(account: Account, letter: Letter) {
  const { name, picture } = templateFor(account, letter);
  const text = (value: string) => ({ type: "text", text: value });
  return {
    type: "template",
    template: {
      name,
      language: { code: account.templateLanguage || templateLanguage(letter.locale) },
      components: [
        ...(picture
          ? [{ type: "header", parameters: [{ type: "image", image: { link: picture.url } }] }]
          : []),
        {
          type: "body",
          parameters: [text(templateVariable(letter.sender, "name")), text(templateVariable(letter.words))],
        },
        // The button's address ends in a variable; what stands before it is part of the template.
        { type: "button", sub_type: "url", index: "0", parameters: [text(pathOf(letter.url))] },
      ],
    },
  };
}

function pathOf(url: string): string {
  return url.slice(publicUrl().length + 1);
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === "unreachable") return { kind: "later", reason: "whatsapp_unreachable", isOurs: true };
  if (answer.kind === "silent") return { kind: "unknown", reason: "no_answer" };
  const { status, body, retryAfterSeconds } = answer;
  const providerId = status >= 200 && status < 300 ? acceptedId(body) : null;
  if (providerId) return { kind: "sent", providerId };
  // Taken by a machine in between, or an answer that nobody understands.
  if (status < 300) return { kind: "unknown", reason: "no_answer" };
  return fateOf(status, errorCodeOf(body), retryAfterSeconds);
}
