import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { checkWhatsapp } from "./commands/check";
import { connectWhatsapp, disconnectWhatsapp } from "./commands/connect";
import { setPrices } from "./commands/set-prices";
import { microsText, readPrices } from "./price-list";
import { ELSEWHERE, PRICE_CATEGORIES } from "./price-rules";
import { getWhatsappAccount } from "./queries/get-account";
import { getPriceList } from "./queries/list-prices";
import { connectInput, pricesInput } from "./schema";
import { ACCOUNT_STATES } from "./types";

const text = z.string().nullable();
const accountSchema = z
  .object({
    isLocal: z.boolean().meta({ description: "No number is set: messages go to the local stand-in" }),
    phoneNumberId: text,
    businessId: text,
    displayPhone: text,
    templateName: text,
    promotionTemplateName: text,
    imageTemplateName: text.meta({ description: "With a picture above its words" }),
    templateLanguage: text,
    perDay: z.int().nullable().meta({ description: "Unique people in a moving day; null: unlimited" }),
    perSecond: z.int(),
    state: z.enum(["local", ...ACCOUNT_STATES]),
    checkedAt: z.iso.datetime().nullable(),
    heardAt: z.iso.datetime().nullable().meta({ description: "When a webhook last came in" }),
    webhookUrl: z.string().meta({ description: "To be entered at Meta, with the verify token" }),
    verifyToken: text,
    usedToday: z.int().min(0),
  })
  .meta({ id: "WhatsappAccount" });

export const getWhatsappRoute = defineRoute({
  method: "GET",
  path: "/whatsapp-account",
  scope: "tenant:read",
  summary: "The tenant's number at WhatsApp and how its connection is; never its secrets",
  response: accountSchema,
  run: (ctx) => getWhatsappAccount(ctx),
});

export const connectWhatsappRoute = defineRoute({
  method: "POST",
  path: "/whatsapp-account",
  scope: "tenant:write",
  summary: "Set or change the number; secrets that are left out stay",
  body: connectInput,
  response: accountSchema,
  run: async (ctx, { body }) => {
    await connectWhatsapp(ctx, body);
    return await getWhatsappAccount(ctx);
  },
});

export const disconnectWhatsappRoute = defineRoute({
  method: "DELETE",
  path: "/whatsapp-account",
  scope: "tenant:write",
  whenReadOnly: "allowed",
  summary: "Take the number and its secrets away",
  response: null,
  run: (ctx) => disconnectWhatsapp(ctx),
});

export const checkWhatsappRoute = defineRoute({
  method: "POST",
  path: "/whatsapp-account/check",
  scope: "tenant:write",
  whenReadOnly: "allowed",
  summary: "Look at Meta whether the number answers and its templates are approved",
  response: accountSchema,
  run: async (ctx) => {
    await checkWhatsapp(ctx);
    return await getWhatsappAccount(ctx);
  },
});

const pricesSchema = z
  .object({
    currency: z.string().nullable(),
    prices: z.array(
      z.object({
        callingCode: z.string().meta({ description: `Digits, or \`${ELSEWHERE}\` for every other country` }),
        category: z.enum(PRICE_CATEGORIES),
        amount: z.string(),
        validFrom: z.iso.date(),
      }),
    ),
  })
  .meta({ id: "WhatsappPrices" });

async function shownPrices(ctx: TenantContext) {
  const { currency, prices } = await getPriceList(ctx);
  return {
    currency,
    prices: prices.map(({ amountMicros, ...price }) => ({ ...price, amount: microsText(amountMicros) })),
  };
}

export const getPricesRoute = defineRoute({
  method: "GET",
  path: "/whatsapp-account/prices",
  scope: "tenant:read",
  summary: "What a message costs by country, category and day, as the tenant entered it",
  response: pricesSchema,
  run: (ctx) => shownPrices(ctx),
});

export const setPricesRoute = defineRoute({
  method: "POST",
  path: "/whatsapp-account/prices",
  scope: "tenant:write",
  summary: "Set the whole price list, by which rehearsals tell what a sending costs",
  body: pricesInput,
  response: pricesSchema,
  run: async (ctx, { body: { currency, prices } }) => {
    const rows = prices.map(({ callingCode, category, amount, validFrom }) => [
      callingCode,
      category,
      amount,
      validFrom,
    ]);
    await setPrices(ctx, { currency, prices: readPrices(rows, (index) => `prices.${index}`) });
    return await shownPrices(ctx);
  },
});
