"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { changePlan } from "./commands/change-plan";
import { cancelSubscription, resumeSubscription } from "./commands/end-subscription";
import { openPortal } from "./commands/open-portal";
import { saveBillingProfile } from "./commands/save-profile";
import { keepPlan } from "./commands/schedule-change";
import { startCheckout } from "./commands/start-checkout";
import { getBillingPath } from "./queries/get-billing-path";
import { billingProfileSchema, checkoutSchema, planChangeSchema } from "./schema";

const nothing = z.object({});

export const startCheckoutAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: checkoutSchema,
  run: async (ctx, choice) => redirect((await startCheckout(ctx, choice)).url),
});

export const openPortalAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: nothing,
  run: async (ctx) => redirect((await openPortal(ctx)).url),
});

export const changePlanAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: planChangeSchema.extend({ later: z.string().optional() }),
  run: async (ctx, { later, ...choice }) => {
    await changePlan(ctx, choice);
    const path = await getBillingPath(ctx);
    redirect(`${path}?checkout=${later ? "planned" : `${choice.plan}-${choice.interval}`}`);
  },
});

export const keepPlanAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: nothing,
  run: async (ctx) => {
    await keepPlan(ctx);
    revalidatePath("/t/[tenant]/billing", "page");
  },
});

export const saveBillingProfileAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: billingProfileSchema,
  run: async (ctx, input) => {
    await saveBillingProfile(ctx, input);
    revalidatePath("/t/[tenant]/billing", "page");
  },
});

export const cancelSubscriptionAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: nothing,
  run: async (ctx) => {
    await cancelSubscription(ctx);
    revalidatePath("/t/[tenant]/billing", "page");
  },
});

export const resumeSubscriptionAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: nothing,
  run: async (ctx) => {
    await resumeSubscription(ctx);
    revalidatePath("/t/[tenant]/billing", "page");
  },
});
