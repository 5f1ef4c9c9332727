import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { scheduleDeletion, undoDeletion } from "./commands/schedule-deletion";
import { getTenantEnd } from "./queries/get-tenant-end";
import { deletionForm } from "./schema";

const deletionSchema = z
  .object({
    dueAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: "When everything goes; null: nobody asked for that" }),
    communities: z.int(),
    people: z.int(),
  })
  .meta({ id: "TenantDeletion" });

async function stateOf(ctx: TenantContext) {
  const { dueAt, ...goes } = await getTenantEnd(ctx);
  return { dueAt: dueAt?.toISOString() ?? null, ...goes };
}

export const getDeletionRoute = defineRoute({
  method: "GET",
  path: "/tenant/deletion",
  scope: "tenant:read",
  summary: "Whether the tenant is going to be deleted, when, and what goes with it",
  response: deletionSchema,
  run: (ctx) => stateOf(ctx),
});

export const scheduleDeletionRoute = defineRoute({
  method: "POST",
  path: "/tenant/deletion",
  scope: "tenant:write",
  whenReadOnly: "allowed",
  summary:
    "Ask for the deletion, by the tenant's name: read-only from now on, gone after 30 days, until then undone by DELETE",
  body: deletionForm,
  response: deletionSchema,
  status: 202,
  run: async (ctx, { body }) => {
    await scheduleDeletion(ctx, body.typedName);
    return stateOf(ctx);
  },
});

export const undoDeletionRoute = defineRoute({
  method: "DELETE",
  path: "/tenant/deletion",
  scope: "tenant:write",
  whenReadOnly: "allowed",
  summary: "Take the deletion back",
  response: null,
  status: 204,
  run: (ctx) => undoDeletion(ctx),
});
