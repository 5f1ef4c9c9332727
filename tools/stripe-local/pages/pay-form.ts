import { type Html, html } from "./html";
import type { Words } from "./words/pt";

/** What the person typed; shown again after a refusal, except the security code. */
export type Typed = { number: string; expiry: string; name: string; taxId: string; by: string };
export type PayBy = "card" | "boleto" | "pix";

export const readTyped = (form: URLSearchParams): Typed => {
  const read = (name: string): string => (form.get(name) ?? "").trim();
  return {
    number: read("cardNumber"),
    expiry: read("cardExpiry"),
    name: read("billingName"),
    taxId: read("taxId"),
    by: read("paymentMethod") || "card",
  };
};

/** The fields of a payment: the choice where there is one, the card, what a boleto needs to know. */
export const payFields = (words: Words, ways: PayBy[], typed: Typed, wrong: string): Html => {
  const labels = { card: words.card, boleto: words.boleto, pix: words.pix };
  const choice = ways.map(
    (way) =>
      html`<label class="way"><input type="radio" name="paymentMethod" value="${way}" ${typed.by === way ? html`checked` : ""}>${labels[way]}</label>`,
  );
  return html`${ways.length > 1 && html`<fieldset class="ways"><legend>${words.payBy}</legend>${choice}</fieldset>`}
<div class="card-fields"><h2>${words.card}</h2>${field({ id: "cardNumber", label: words.cardNumber, value: typed.number, autocomplete: "cc-number", invalid: wrong === "cardNumber" })}
<div class="pair"><div>${field({ id: "cardExpiry", label: words.expiry, value: typed.expiry, autocomplete: "cc-exp" })}</div><div>${field({ id: "cardCvc", label: words.cvc, value: "", autocomplete: "cc-csc" })}</div></div></div>
${field({ id: "billingName", label: words.cardName, value: typed.name, autocomplete: "cc-name" })}
${ways.includes("boleto") && html`<div class="boleto-fields">${field({ id: "taxId", label: words.taxId, value: typed.taxId, autocomplete: "off", invalid: wrong === "taxId" })}</div>`}`;
};

type Field = {
  id: string;
  label: string;
  value: string;
  autocomplete: string;
  type?: string;
  invalid?: boolean;
};

/** A labelled input; one that was refused says so. */
export const field = (one: Field): Html =>
  html`<label for="${one.id}">${one.label}</label><input id="${one.id}" name="${one.id}" type="${one.type ?? "text"}" ${one.type ? "" : html`inputmode="${one.id === "billingName" ? "text" : "numeric"}"`} value="${one.value}" autocomplete="${one.autocomplete}" ${one.invalid ? html`aria-invalid="true" aria-describedby="refusal"` : ""}>`;

export const alert = (text: string): Html =>
  html`${text && html`<p class="alert" role="alert" id="refusal">${text}</p>`}`;

/** The bank's page as the stand-in has it: the holder is recognised, or is not. */
export const challengeForm = (words: Words): Html =>
  html`<section class="card"><h1>${words.challenge}</h1><p>${words.challengeHint}</p><form method="post"><button name="challenge" value="passed">${words.challengePass}</button> <button class="quiet" name="challenge" value="failed">${words.challengeFail}</button></form></section>`;
