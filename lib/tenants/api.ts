import "server-only";
import { z } from "zod";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { authorize } from "@/lib/shared/decision";
import { updateLimits, updateWorkSettings } from "./commands/update-limits";
import { updateTenant } from "./commands/update-tenant";
import { DEFAULT_LIMITS } from "./limits";
import { canAsStaff } from "./policy";
import { findLimits } from "./queries/find-limits";
import { findSettings } from "./queries/find-settings";
import { getMe } from "./queries/get-me";
import { getTenantSettings } from "./queries/get-tenant-settings";
import { limitsPatch, tenantPatch } from "./schema";

export const meSchema = z
  .object({
    tenant: z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      country: z.string(),
      locale: z.string(),
      timezone: z.string(),
      currency: z.string(),
      plan: z.string(),
    }),
    scopes: z.array(z.string()),
    limits: z.record(z.string(), z.int()),
    meters: z.record(z.string(), z.object({ used: z.int(), limit: z.int().nullable() })),
  })
  .meta({ id: "Me" });

export const getMeRoute = defineRoute({
  method: "GET",
  path: "/me",
  scope: null,
  summary: "The tenant, the scopes of the key, the limits in force and the plan's meters",
  response: meSchema,
  run: (ctx) => getMe(ctx),
});

const tenantSchema = z
  .object({
    name: z.string(),
    locale: z.string(),
    timezone: z.string(),
    settings: z.object({
      confirmThreshold: z
        .int()
        .meta({ description: "From how many people on a sending asks for confirmation" }),
      adminActiveDays: z
        .int()
        .meta({ description: "Who was here so many days ago still is an active admin" }),
      weeklyAnnouncements: z.int().meta({ description: "How many somebody gets in seven days at most" }),
      weeklyPromotions: z.int().meta({ description: "How many of them may be promotions" }),
      quietFromHour: z
        .int()
        .meta({ description: "Nothing leaves the house from this hour on; 24 is midnight" }),
      quietUntilHour: z.int().meta({ description: "Until this hour; the same as from: no quiet hours" }),
      businessFromHour: z.int(),
      businessUntilHour: z.int(),
      relayDueHours: z.int().meta({ description: "After so many hours a posting by hand is late" }),
      relayCloseHours: z.int().meta({ description: "And after so many it is not waited for any more" }),
      suggestionDueDays: z.int().meta({ description: "Days until an answer to such feedback is due" }),
      questionDueDays: z.int().meta({ description: "Days until an answer to such feedback is due" }),
      complaintDueDays: z.int().meta({ description: "Days until an answer to such feedback is due" }),
      praiseDueDays: z.int().meta({ description: "Days until an answer to such feedback is due" }),
      inboxReplyHours: z
        .int()
        .meta({ description: "Hours of business within which who writes gets a first answer" }),
    }),
  })
  .meta({ id: "Tenant" });

async function tenantOf(ctx: TenantContext) {
  authorize(canAsStaff(ctx.actor, "settings.manage"));
  const [facts, settings] = await Promise.all([getTenantSettings(ctx), findSettings(ctx)]);
  return { ...facts, settings };
}

export const getTenantRoute = defineRoute({
  method: "GET",
  path: "/tenant",
  scope: "tenant:read",
  summary: "What holds for the whole tenant: name, default language, zone, how it works",
  response: tenantSchema,
  run: (ctx) => tenantOf(ctx),
});

export const updateTenantRoute = defineRoute({
  method: "PATCH",
  path: "/tenant",
  scope: "tenant:write",
  summary: "Change it; what is not named stays as it is",
  body: tenantPatch,
  response: tenantSchema,
  run: async (ctx, { body: { settings, ...facts } }) => {
    await inTransaction(ctx, async (tx) => {
      await updateTenant(tx, facts);
      await updateWorkSettings(tx, settings ?? {});
    });
    return tenantOf(ctx);
  },
});

const ownLimits = z.object({
  groupMembers: z.int(),
  communityGroups: z.int(),
  communityMembers: z.int(),
  laneMembers: z.int(),
});
const limitsSchema = z
  .object({
    inForce: ownLimits,
    profile: ownLimits.meta({ description: "The most that a tenant may set" }),
  })
  .meta({ id: "TenantLimits" });

async function limitsOf(ctx: TenantContext) {
  authorize(canAsStaff(ctx.actor, "settings.manage"));
  return { inForce: pick(await findLimits(ctx)), profile: pick(DEFAULT_LIMITS) };
}

function pick({ groupMembers, communityGroups, communityMembers, laneMembers }: z.output<typeof ownLimits>) {
  return { groupMembers, communityGroups, communityMembers, laneMembers };
}

export const getLimitsRoute = defineRoute({
  method: "GET",
  path: "/tenant/limits",
  scope: "tenant:read",
  summary: "The limits in force, and those of the profile that no tenant can go beyond",
  response: limitsSchema,
  run: (ctx) => limitsOf(ctx),
});

export const updateLimitsRoute = defineRoute({
  method: "PATCH",
  path: "/tenant/limits",
  scope: "tenant:write",
  summary: "Set limits of the tenant's own; one below today's size only stops growth",
  body: limitsPatch,
  response: limitsSchema,
  run: async (ctx, { body }) => {
    await updateLimits(ctx, body);
    return limitsOf(ctx);
  },
});
