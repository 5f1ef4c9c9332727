import { type Ctx, change, put } from "../store/account";
import { emit } from "../store/events";
import type { PaymentIntent, PaymentMethod } from "../store/wire-types";
import { newId, randomText } from "../wire/ids";
import { needsChallenge } from "./cards";

const DAY = 86_400;
/** Stripe's defaults: a boleto is good for three days, a Pix code for one. */
const VOUCHER_DAYS = { boleto: 3, pix: 1 } as const;

export type Voucher = keyof typeof VOUCHER_DAYS;
type Holder = { name: string | null; email: string | null; taxId: string | null };

/** A boleto or a Pix code as a payment method. */
export const createVoucher = (ctx: Ctx, type: Voucher, holder: Holder): PaymentMethod =>
  put(ctx.account, "payment_methods", {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: { city: null, country: "BR", line1: null, line2: null, postal_code: null, state: null },
      email: holder.email,
      name: holder.name,
      phone: null,
      tax_id: holder.taxId,
    },
    ...(type === "boleto" ? { boleto: { tax_id: holder.taxId ?? "" } } : { pix: {} }),
    created: ctx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
  });

/** Whether charging a method now has to wait for somebody: for the payer of a voucher, or for the holder of the card. */
export const hasToWait = (ctx: Ctx, method: PaymentMethod): boolean => {
  if (method.type === "boleto" || method.type === "pix") return true;
  const secret = ctx.account.tables.secrets.get(method.id);
  return secret?.kind === "card" && !secret.passed && needsChallenge(secret.number, "off_session");
};

/** The bank has just seen the holder of a card: the next payment with it goes through without asking again. */
export const passChallenge = (ctx: Ctx, method: PaymentMethod, passed: boolean): void => {
  const secret = ctx.account.tables.secrets.get(method.id);
  if (secret?.kind === "card") put(ctx.account, "secrets", { ...secret, passed });
};

/** Leaves an intent waiting for what its method asks of the customer. */
export const waitFor = (ctx: Ctx, intent: PaymentIntent, method: PaymentMethod): PaymentIntent => {
  const waiting = change(ctx.account, "payment_intents", intent.id, {
    next_action: nextAction(ctx, intent, method),
    payment_method: method.id,
    payment_method_types: [method.type],
    status: "requires_action",
  });
  emit(ctx, "payment_intent.requires_action", waiting);
  return waiting;
};

const nextAction = (ctx: Ctx, intent: PaymentIntent, method: PaymentMethod): PaymentIntent["next_action"] => {
  const page = `${ctx.account.site.url}/v/${intent.id}`;
  if (method.type === "boleto")
    return {
      type: "boleto_display_details",
      boleto_display_details: {
        expires_at: ctx.now + VOUCHER_DAYS.boleto * DAY,
        hosted_voucher_url: page,
        number: randomText(47, "0123456789"),
        pdf: `${page}/pdf`,
      },
    };
  if (method.type !== "pix") return { type: "use_stripe_sdk", use_stripe_sdk: {} };
  return {
    type: "pix_display_qr_code",
    pix_display_qr_code: {
      data: `00020126580014BR.GOV.BCB.PIX0136${randomText(36)}5204000053039865802BR6304${randomText(4, "0123456789ABCDEF")}`,
      expires_at: ctx.now + VOUCHER_DAYS.pix * DAY,
      hosted_instructions_url: page,
      image_url_png: `${page}/qr.png`,
      image_url_svg: `${page}/qr.svg`,
    },
  };
};

/** The instant after which a voucher can no longer be paid; null for an intent that waits for none. */
export const voucherEnd = ({ status, next_action }: PaymentIntent): number | null => {
  if (status !== "requires_action") return null;
  const end = next_action?.boleto_display_details?.expires_at ?? next_action?.pix_display_qr_code?.expires_at;
  return end ?? null;
};
