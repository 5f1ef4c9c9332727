import type { ActionRow, JobRow, OtherRow } from "../row-types";

export const platformActions: Record<string, ActionRow> = {
  "platform/chooseLocale": { for: "visitor", why: "a cookie of the browser" },
  "platform/chooseTheme": { for: "visitor", why: "a cookie of the browser" },
};

export const platformJobs: Record<string, JobRow> = {
  send_mail: { platform: "the mail is in the payload; no tenant is read" },
};

/** Ways out that are no page, action, endpoint, job or mail. */
export const platformOthers: Record<string, OtherRow> = {
  "stream announcement": { why: "counts of a sending, to who may watch its communities", tells: "nobody" },
  "stream room": { why: "what is said in a room, to those who are in it (R5)", tells: "names" },
  "stream inbox": {
    why: "that something was said in a conversation, by its id, to who may read it",
    tells: "nobody",
  },
  "stream inbox_presence": {
    why: "who of the team looks at a conversation, by ids, to the others of the team",
    tells: "nobody",
  },
  "lib/delivery/channels/email.ts": {
    why: "the text of an announcement to its own receiver, whose name alone is in it",
    tells: "nobody",
  },
  "lib/delivery/channels/push.ts": {
    why: "the beginning of an announcement to its own receiver's devices, sealed for them alone (RFC 8291)",
    tells: "nobody",
  },
  "lib/delivery/channels/whatsapp.ts": {
    why: "the text of an announcement to its own receiver's number, whose name alone is in it",
    tells: "nobody",
  },
  "lib/delivery/channels/whatsapp-local.ts": {
    why: "tells the stand-in where its webhooks go",
    tells: "nobody",
  },
  "lib/whatsapp/cloud-client.ts": { why: "hands such a text to the Cloud API", tells: "nobody" },
  "lib/whatsapp/commands/check.ts": { why: "asks for the number and its templates", tells: "nobody" },
  "lib/platform/push/send-push.ts": { why: "hands such a text to the push service", tells: "nobody" },
  "lib/platform/http/guarded-fetch.ts": {
    why: "asks pages that people linked to what they are: it sends the address that was posted, and nothing of who posted it",
    tells: "nobody",
  },
  "lib/push/commands/push-note.ts": {
    why: "tells somebody on their own devices what is said to them in a room, by whom of it: both are in it",
    tells: "names",
  },
  "lib/platform/mail/send-letter.ts": { why: "hands such a text to the mail server", tells: "nobody" },
  "lib/billing/commands/store-invoice-pdf.ts": {
    why: "fetches the tenant's own invoice from Stripe",
    tells: "nobody",
  },
  "lib/billing/patient-client.ts": {
    why: "carries what the Stripe client sends, again when Stripe stumbles",
    tells: "nobody",
  },
  "lib/billing/queries/check-stripe.ts": { why: "asks for the account and its webhooks", tells: "nobody" },
  "lib/billing/stripe-client.ts": {
    why: "plan, payment and tax data of the tenant; no member",
    tells: "nobody",
  },
  "lib/platform/mail/check-smtp.ts": { why: "says hello to the mail server, sends nothing", tells: "nobody" },
  "lib/platform/mail/deliver-mail.ts": {
    why: "hands over the mails that have rows of their own",
    tells: "everything",
  },
};
