import { z } from "zod";
import { MOST_PRICES, PRICE_CATEGORIES } from "./price-rules";
import { DAY_LIMITS } from "./rules";

const metaId = z
  .string()
  .trim()
  .regex(/^\d{5,20}$/u, { error: "invalid_meta_id" });
const secretText = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .regex(/^[\x21-\x7e]+$/u, { error: "invalid_secret" });
const templateName = z
  .string()
  .trim()
  .regex(/^[a-z0-9_]{1,512}$/u, { error: "invalid_template_name" });
const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/u, { error: "invalid_template_language" });

/** The body of `POST /whatsapp-account`; secrets that are left out stay as they are. */
export const connectInput = z.strictObject({
  phoneNumberId: metaId,
  businessId: metaId,
  token: secretText.optional(),
  appSecret: secretText.optional(),
  templateName,
  promotionTemplateName: templateName.nullable().default(null),
  /** One with a picture above its words. */
  imageTemplateName: templateName.nullable().default(null),
  templateLanguage: language.default("pt_BR"),
  /** One of Meta's tiers; null: unlimited. */
  perDay: z
    .int()
    .refine((value) => DAY_LIMITS.some((tier) => tier === value), { error: "invalid_day_limit" })
    .nullable()
    .default(DAY_LIMITS[0]),
  perSecond: z.int().min(1).max(1_000).default(80),
});
export type ConnectInput = z.output<typeof connectInput>;

const blankToNothing = (value: unknown) => (value === "" ? undefined : value);

const nameOrNone = z.preprocess(blankToNothing, templateName.optional()).transform((name) => name ?? null);

/** The form of the settings: what is left blank stays, or is none. */
export const connectForm = z.object({
  phoneNumberId: metaId,
  businessId: metaId,
  token: z.preprocess(blankToNothing, secretText.optional()),
  appSecret: z.preprocess(blankToNothing, secretText.optional()),
  templateName,
  promotionTemplateName: nameOrNone,
  imageTemplateName: nameOrNone,
  templateLanguage: language,
  perDay: z
    .enum(["250", "2000", "10000", "100000", "unlimited"])
    .transform((value) => (value === "unlimited" ? null : Number(value))),
  perSecond: z.coerce.number().pipe(z.int().min(1).max(1_000)),
});

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/u, { error: "invalid_currency" });

/** The body of `POST /whatsapp-account/prices`: the whole list. */
export const pricesInput = z.strictObject({
  currency,
  prices: z
    .array(
      z.strictObject({
        callingCode: z
          .string()
          .max(5)
          .meta({ description: "`55`, `+55`, `BR`, or `*` for every other country" }),
        category: z.enum(PRICE_CATEGORIES),
        amount: z.string().max(12).meta({ description: "A decimal with up to six places: `0.0625`" }),
        validFrom: z.iso.date(),
      }),
    )
    .max(MOST_PRICES),
});

/** The form of the settings: one price a line. */
export const pricesForm = z.object({ currency, prices: z.string().max(100_000) });
