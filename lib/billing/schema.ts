import { z } from "zod";
import { INTERVALS, PAID_PLANS } from "@/lib/plans/catalogue";
import { cleanName } from "@/lib/shared/text";
import { emailSchema } from "@/lib/tenants/schema";
import { readTaxId } from "./tax-id-rules";

/** What can be bought: a paid plan for a month or a year. */
export const planChoiceSchema = z.strictObject({ plan: z.enum(PAID_PLANS), interval: z.enum(INTERVALS) });
export type PlanChoice = z.output<typeof planChoiceSchema>;

/** The same, with a trial before the first payment. */
export const checkoutSchema = planChoiceSchema.extend({
  trial: z.union([z.boolean(), z.literal("yes").transform(() => true)]).optional(),
});
export type CheckoutChoice = z.output<typeof checkoutSchema>;

/** The same, with the second that the shown amount was worked out for. */
export const planChangeSchema = planChoiceSchema.extend({
  prorationDate: z.coerce.number().int().positive().optional(),
});
export type PlanChange = z.output<typeof planChangeSchema>;

/** An empty field says that there is none. */
const orNone = z
  .string()
  .max(320)
  .nullish()
  .transform((typed) => typed?.trim() || null);

const taxIdSchema = z
  .string()
  .transform((typed, issues) => {
    const read = readTaxId(typed);
    if (!read) issues.addIssue({ code: "custom", message: "invalid_tax_id" });
    return read ?? z.NEVER;
  })
  .nullable();

/** Who the invoices are for (B7): a CPF or CNPJ is checked by its digits, and stored as digits and capitals. */
export const billingProfileSchema = z.strictObject({
  legalName: z.string().max(800).transform(cleanName).pipe(z.string().max(200)).default(""),
  taxId: orNone.pipe(taxIdSchema),
  invoiceEmail: orNone.pipe(emailSchema.nullable()),
});
export type BillingProfileInput = z.output<typeof billingProfileSchema>;

export const INVOICE_STATUSES = ["draft", "open", "paid", "void", "uncollectible"] as const;

/** The filter of the invoices. */
export const invoiceFilterSchema = z.object({
  year: z.coerce.number().int().min(2_000).max(3_000).optional(),
  status: z.enum(INVOICE_STATUSES).optional(),
});

/** The same in the address of the page; what cannot be read is passed over. */
export const invoiceSearchSchema = z.object({
  year: invoiceFilterSchema.shape.year.catch(undefined),
  status: invoiceFilterSchema.shape.status.catch(undefined),
  order: z.enum(["newest", "oldest"]).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type InvoiceSearch = z.output<typeof invoiceSearchSchema>;
