import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { banMember } from "./commands/ban-member";
import { liftBan } from "./commands/lift-ban";
import { getBan, listBans } from "./queries/list-bans";
import { banInput } from "./schema";

const banSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid().nullable(),
    groupId: z.uuid().nullable(),
    memberId: z.uuid().nullable().meta({ description: "Null where the viewer may not see the person" }),
    name: z.string().nullable(),
    reason: z.string(),
    createdAt: z.iso.datetime(),
    liftedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Ban" });

const listQuery = pageQuery.extend({
  communityId: z.uuid().optional(),
  groupId: z.uuid().optional(),
  lifted: z
    .enum(["true", "false"])
    .optional()
    .transform((value) => value === "true"),
});

export const listBansRoute = defineRoute({
  method: "GET",
  path: "/bans",
  scope: "members:read",
  summary: "Bans in force, newest first; with `lifted=true` the lifted ones too",
  query: listQuery,
  response: z.object({ data: z.array(banSchema), nextCursor: z.string().nullable() }),
  run: (ctx, { query }) => listBans(ctx, query),
});

export const banMemberRoute = defineRoute({
  method: "POST",
  path: "/bans",
  scope: "members:write",
  summary: "Bans a member from a group, a community or the whole organization, by every identifier they have",
  body: banInput,
  response: banSchema,
  status: 201,
  run: async (ctx, { body }) => getBan(ctx, (await banMember(ctx, body)).id),
});

const params = z.object({ id: z.uuid() });

export const liftBanRoute = defineRoute({
  method: "POST",
  path: "/bans/{id}/lift",
  scope: "members:write",
  summary: "Lifts a ban; again changes nothing",
  params,
  response: banSchema,
  exists: async (ctx, { id }) => void (await getBan(ctx, id)),
  run: async (ctx, { params: { id } }) => {
    await liftBan(ctx, { banId: id });
    return getBan(ctx, id);
  },
});
