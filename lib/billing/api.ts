import "server-only";
import { z } from "zod";
import { PLANS } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import {
  invoiceShape,
  invoiceView,
  moneyShape,
  planShape,
  planView,
  subscriptionShape,
  subscriptionView,
} from "./api-shapes";
import { changePlan } from "./commands/change-plan";
import { cancelSubscription, resumeSubscription } from "./commands/end-subscription";
import { openPortal } from "./commands/open-portal";
import { startCheckout } from "./commands/start-checkout";
import { pdfResponse } from "./pdf-response";
import { getHostedInvoiceUrl, getInvoice } from "./queries/get-invoice";
import { getInvoicePdf } from "./queries/get-invoice-pdf";
import { listInvoices } from "./queries/list-invoices";
import { previewPlanChange } from "./queries/preview-plan-change";
import { planChoiceSchema } from "./schema";

const address = z.object({ url: z.url() });
const invoiceId = z.object({ id: z.uuid() });

export const listPlansRoute = defineRoute({
  method: "GET",
  path: "/plans",
  scope: null,
  summary: "The catalogue of plans",
  response: z.object({ data: z.array(planShape), nextCursor: z.null() }),
  run: async () => ({ data: PLANS.map(planView), nextCursor: null }),
});

export const getSubscriptionRoute = defineRoute({
  method: "GET",
  path: "/subscription",
  scope: "billing:read",
  summary: "The plan, its subscription if one was bought, and what is used of it",
  response: subscriptionShape,
  run: (ctx) => subscriptionView(ctx),
});

export const checkoutRoute = defineRoute({
  method: "POST",
  path: "/subscription/checkout",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Opens a checkout for a plan",
  body: planChoiceSchema,
  response: address,
  run: (ctx, { body }) => startCheckout(ctx, body),
});

export const portalRoute = defineRoute({
  method: "POST",
  path: "/subscription/portal",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Opens Stripe's portal for cards and cancellation",
  response: address,
  run: (ctx) => openPortal(ctx),
});

export const previewRoute = defineRoute({
  method: "POST",
  path: "/subscription/preview",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "What changing to a plan would cost today",
  body: planChoiceSchema,
  response: z.object({ dueNow: moneyShape }),
  run: (ctx, { body }) => previewPlanChange(ctx, body),
});

export const changeRoute = defineRoute({
  method: "POST",
  path: "/subscription/change",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Changes to a higher plan at once and charges the difference",
  body: planChoiceSchema,
  response: subscriptionShape,
  run: async (ctx, { body }) => {
    await changePlan(ctx, body);
    return await subscriptionView(ctx);
  },
});

export const cancelRoute = defineRoute({
  method: "POST",
  path: "/subscription/cancel",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Ends the subscription when the paid period is over",
  response: subscriptionShape,
  run: async (ctx) => {
    await cancelSubscription(ctx);
    return await subscriptionView(ctx);
  },
});

export const resumeRoute = defineRoute({
  method: "POST",
  path: "/subscription/resume",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Keeps a subscription that was to end",
  response: subscriptionShape,
  run: async (ctx) => {
    await resumeSubscription(ctx);
    return await subscriptionView(ctx);
  },
});

export const listInvoicesRoute = defineRoute({
  method: "GET",
  path: "/invoices",
  scope: "billing:read",
  summary: "The invoices, newest first",
  query: pageQuery,
  response: z.object({ data: z.array(invoiceShape), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const { data, nextCursor } = await listInvoices(ctx, query);
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
