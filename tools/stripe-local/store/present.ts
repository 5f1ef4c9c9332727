import { createHmac, timingSafeEqual } from "node:crypto";
import { randomText } from "../wire/ids";
import { type Account, put } from "./account";
import type { Invoice } from "./wire-types";

/** An object as it leaves the stand-in: an issued invoice gets links that are fresh today. */
export const present = <T extends object>(account: Account, object: T): T => {
  if (!("object" in object) || object.object !== "invoice") return object;
  const invoice = object as unknown as Invoice;
  if (invoice.status === "draft" || invoice.status_transitions.finalized_at === null) return object;
  const expires = account.site.now() + account.site.linkSeconds;
  const link = `${account.site.url}/i/${account.id}/${invoice.id}`;
  const key = `s=${expires}-${signatureOf(account, invoice.id, expires)}`;
  return { ...object, hosted_invoice_url: `${link}?${key}`, invoice_pdf: `${link}/pdf?${key}` };
};

/** Whether the key of an invoice's link is ours, and still good. */
export const checkLink = (account: Account, invoiceId: string, key: string): "good" | "expired" | "wrong" => {
  const [expires = "", signature = ""] = key.split("-");
  const expected = Buffer.from(signatureOf(account, invoiceId, Number(expires)));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "wrong";
  return Number(expires) > account.site.now() ? "good" : "expired";
};

const signatureOf = (account: Account, invoiceId: string, expires: number): string =>
  createHmac("sha256", linkSecretOf(account))
    .update(`${invoiceId}.${expires}`)
    .digest("base64url")
    .slice(0, 32)
    .replaceAll("-", "_");

const linkSecretOf = (account: Account): string => {
  const known = account.tables.secrets.get("links");
  if (known?.kind === "links") return known.secret;
  const secret = randomText(40);
  put(account, "secrets", { id: "links", kind: "links", secret });
  return secret;
};
