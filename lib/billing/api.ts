import "server-only";
import { z } from "zod";
import { PLANS } from "@/lib/plans/catalogue";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { moneyShape, planShape, planView, subscriptionShape, subscriptionView } from "./api-shapes";
import { changePlan } from "./commands/change-plan";
import { cancelSubscription, resumeSubscription } from "./commands/end-subscription";
import { openPortal } from "./commands/open-portal";
import { keepPlan } from "./commands/schedule-change";
import { startCheckout } from "./commands/start-checkout";
import { previewPlanChange } from "./queries/preview-plan-change";
import { checkoutSchema, planChangeSchema, planChoiceSchema } from "./schema";

const address = z.object({ url: z.url() });

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
  summary: "Opens a checkout for a plan, with a trial before if one can still be had",
  body: checkoutSchema,
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
  response: z.object({
    dueNow: moneyShape,
    effectiveAt: z.iso.datetime().nullable().meta({ description: "When it begins; null: at once" }),
    prorationDate: z.int().meta({ description: "Given to the change, it is charged exactly as shown" }),
  }),
  run: async (ctx, { body }) => {
    const { effectiveAt, ...preview } = await previewPlanChange(ctx, body);
    return { ...preview, effectiveAt: effectiveAt?.toISOString() ?? null };
  },
});

export const changeRoute = defineRoute({
  method: "POST",
  path: "/subscription/change",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Changes the plan: more at once for the difference, less when the paid period ends",
  body: planChangeSchema,
  response: subscriptionShape,
  run: async (ctx, { body }) => {
    await changePlan(ctx, body);
    return await subscriptionView(ctx);
  },
});

export const keepRoute = defineRoute({
  method: "POST",
  path: "/subscription/keep",
  whenReadOnly: "allowed",
  scope: "billing:write",
  summary: "Stays on the plan of today although a smaller one was to begin",
  response: subscriptionShape,
  run: async (ctx) => {
    await keepPlan(ctx);
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
