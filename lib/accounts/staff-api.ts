import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { pageStaff } from "./queries/list-staff";

const staffSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    grantedCommunityIds: z
      .array(z.uuid())
      .meta({ description: "Where a marketer or agent works; owner and admin need no grant" }),
    since: z.iso.datetime(),
  })
  .meta({ id: "Staff" });

export const listStaffRoute = defineRoute({
  method: "GET",
  path: "/staff",
  scope: "tenant:read",
  summary: "The team with their roles and grants, in the order in which they joined it",
  query: pageQuery,
  response: z.object({ data: z.array(staffSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const { data, nextCursor } = await pageStaff(ctx, query);
    return {
      data: data.map(({ userId: _, since, ...person }) => ({ ...person, since: since.toISOString() })),
      nextCursor,
    };
  },
});
