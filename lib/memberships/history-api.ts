import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { roleField } from "@/lib/communities/schema";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { countMembershipChanges, listMembershipChanges } from "./queries/list-membership-changes";
import { CHANGE_KINDS } from "./types";

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const changeSchema = z
  .object({
    change: z.enum(CHANGE_KINDS),
    memberId: z.uuid(),
    name: z.string().nullable().meta({ description: "Null once the person was erased" }),
    groupId: z.uuid().nullable().meta({ description: "Null: the community itself" }),
    groupName: z.string().nullable(),
    before: roleField.nullable(),
    after: roleField.nullable(),
  })
  .meta({ id: "MembershipChange" });

export const listMembershipChangesRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/members/changes",
  scope: "members:read",
  summary:
    "The difference of two instants: who came, who went, whose role is another; without `to`, until now",
  params: communityParams,
  query: pageQuery.extend({ from: instant, to: instant.optional() }),
  response: z.object({
    joined: z.int(),
    left: z.int(),
    role: z.int(),
    data: z.array(changeSchema),
    nextCursor: z.string().nullable(),
  }),
  exists: communityExists,
  run: async (ctx, { params, query: { from, to = null, ...page } }) => {
    const span = { communityId: params.id, from, to };
    return {
      ...(await countMembershipChanges(ctx, span)),
      ...(await listMembershipChanges(ctx, span, page)),
    };
  },
});
