import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { ACTIONS, type Action } from "@/lib/tenants/permissions";
import { canReadPermissions } from "./policy";
import { getMemberPermissions } from "./queries/get-member-permissions";
import { getStaffPermissions } from "./queries/get-staff-permissions";
import { PARTIES, type Party, permissionTable } from "./rules";
import { PLACES, RULES, WHERE } from "./types";

const action = z.enum(ACTIONS as [Action, ...Action[]]);
const party = z.enum(PARTIES as readonly [Party, ...Party[]]);

const rowSchema = z
  .object({
    action,
    reach: z.record(party, z.enum(["everywhere", "granted", "inPlace", "none"])).meta({
      description:
        "By role of the team (`granted`: only in the communities granted to the person) and by tie to the place",
    }),
  })
  .meta({ id: "PermissionRow" });

export const listPermissionsRoute = defineRoute({
  method: "GET",
  path: "/permissions",
  scope: "tenant:read",
  summary: "Who may do what: the one table of roles, ties and actions; what is not in it is refused",
  response: z.object({ data: z.array(rowSchema), nextCursor: z.null() }),
  run: async (ctx) => {
    authorize(canReadPermissions(ctx.actor));
    return { data: permissionTable(), nextCursor: null };
  },
});

const ids = z.array(z.uuid());
const personSchema = z
  .object({
    staffId: z.uuid().nullable(),
    memberId: z.uuid().nullable(),
    role: z.enum(STAFF_ROLES).nullable(),
    places: z
      .object(
        Object.fromEntries(PLACES.map((place) => [place, ids])) as Record<
          (typeof PLACES)[number],
          typeof ids
        >,
      )
      .meta({ description: "The ids that `where` speaks of" }),
    permissions: z.array(
      z.object({
        action,
        grants: z
          .array(z.object({ rule: z.enum(RULES), by: party, where: z.enum(WHERE) }))
          .meta({ description: "Each rule that lets them, and where; empty: refused everywhere" }),
      }),
    ),
  })
  .meta({ id: "PersonPermissions" });

export const getStaffPermissionsRoute = defineRoute({
  method: "GET",
  path: "/staff/{id}/permissions",
  scope: "tenant:read",
  summary: "What somebody of the team may do, where, and by which rule",
  params: z.object({ id: z.uuid() }),
  response: personSchema,
  run: (ctx, { params: { id } }) => getStaffPermissions(ctx, id),
});

export const getMemberPermissionsRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/permissions",
  scope: "members:read",
  summary: "What a member may do, where, and by which rule",
  params: memberParams,
  response: personSchema,
  exists: memberExists,
  run: (ctx, { params: { id } }) => getMemberPermissions(ctx, id),
});
