import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { invoiceShape, invoiceView } from "./api-shapes";
import { saveBillingProfile } from "./commands/save-profile";
import { pdfResponse } from "./file-response";
import { getHostedInvoiceUrl, getInvoice } from "./queries/get-invoice";
import { getInvoicePdf } from "./queries/get-invoice-pdf";
import { getBillingProfile } from "./queries/get-profile";
import { listInvoices } from "./queries/list-invoices";
import { billingProfileSchema, invoiceFilterSchema } from "./schema";

const invoiceId = z.object({ id: z.uuid() });

export const listInvoicesRoute = defineRoute({
  method: "GET",
  path: "/invoices",
  scope: "billing:read",
  summary: "The invoices, newest first",
  query: pageQuery.extend({ ...invoiceFilterSchema.shape, order: z.enum(["newest", "oldest"]).optional() }),
  response: z.object({ data: z.array(invoiceShape), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const { order, year, status, ...page } = query;
    const filter = { year, status };
    const { data, nextCursor } = await listInvoices(
      ctx,
      { ...page, oldestFirst: order === "oldest" },
      filter,
    );
    return { data: data.map(invoiceView), nextCursor };
  },
});

export const hostedInvoiceRoute = defineRoute({
  method: "GET",
  path: "/invoices/{id}/hosted",
  scope: "billing:read",
  summary: "Redirects to a fresh hosted page of the invoice",
  params: invoiceId,
  response: null,
  raw: { status: 302 },
  exists: invoiceExists,
  run: async (ctx, { params }) => Response.redirect(await getHostedInvoiceUrl(ctx, params.id), 302),
});

export const invoicePdfRoute = defineRoute({
  method: "GET",
  path: "/invoices/{id}/pdf",
  scope: "billing:read",
  summary: "The PDF of the invoice",
  params: invoiceId,
  response: null,
  raw: { status: 200, type: "application/pdf" },
  exists: invoiceExists,
  run: async (ctx, { params }) => pdfResponse(await getInvoicePdf(ctx, params.id)),
});

async function invoiceExists(ctx: TenantContext, { id }: { id: string }): Promise<void> {
  await getInvoice(ctx, id);
}

const profileShape = z
  .object({
    legalName: z.string(),
    taxIdKind: z.enum(["cpf", "cnpj"]).nullable(),
    taxId: z.string().nullable(),
    invoiceEmail: z.string().nullable(),
  })
  .meta({ id: "BillingProfile" });

export const getProfileRoute = defineRoute({
  method: "GET",
  path: "/billing-profile",
  scope: "billing:read",
  summary: "Who the invoices are for",
  response: profileShape,
  run: (ctx) => getBillingProfile(ctx),
});

export const saveProfileRoute = defineRoute({
  method: "PATCH",
  path: "/billing-profile",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Says who the invoices are for and where they are mailed",
  body: billingProfileSchema,
  response: profileShape,
  run: async (ctx, { body }) => {
    await saveBillingProfile(ctx, body);
    return await getBillingProfile(ctx);
  },
});
