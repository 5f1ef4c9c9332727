import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createMember } from "./commands/create-member";
import { updateMember } from "./commands/update-member";
import { LIST_SORTS } from "./list-rules";
import { explainVisibility } from "./queries/explain-visibility";
import { getMember } from "./queries/find-member";
import { listMembers } from "./queries/list-members";
import { createMemberInput, updateMemberInput } from "./schema";
import { IDENTIFIER_KINDS, type MemberView } from "./types";
import { PROFILE_FIELDS, SEEN_LEVELS, WITHHELD } from "./visibility/types";

export const memberSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    identifiers: z.array(
      z.object({
        kind: z.enum(IDENTIFIER_KINDS),
        value: z.string(),
        masked: z.literal(true).optional().meta({ description: "Only the end of the number is shown" }),
        typed: z
          .string()
          .optional()
          .meta({ description: "What was written, where it was read as something else" }),
      }),
    ),
    locale: z.string().nullable(),
    timezone: z.string().nullable(),
    tags: z.array(z.string()),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    birthdayOn: z.iso.date().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Member", description: "What the asking person may not see is empty or null" });

/** The path of one member, checked before the body is (T3). */
export const memberParams = z.object({ id: z.uuid() });

/** @throws Refusal `not_found` for unknown and foreign people, and those of whom nothing shows. */
export async function memberExists(ctx: TenantContext, { id }: { id: string }): Promise<void> {
  await getMember(ctx, id);
}

const listQuery = pageQuery.extend({
  q: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  communityId: z.string().max(100).optional(),
  groupId: z.string().max(100).optional(),
  sort: z.enum(LIST_SORTS).optional(),
});

export const listMembersRoute = defineRoute({
  method: "GET",
  path: "/members",
  scope: "members:read",
  summary: "The people whom the asking person may see, newest first",
  query: listQuery,
  response: z.object({ data: z.array(memberSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const { limit, cursor, sort, ...filter } = query;
    const { data, nextCursor } = await listMembers(ctx, filter, { limit, cursor, sort });
    return { data: data.map(memberBody), nextCursor };
  },
});

export const createMemberRoute = defineRoute({
  method: "POST",
  path: "/members",
  scope: "members:write",
  summary: "Add a person",
  body: createMemberInput,
  response: memberSchema,
  status: 201,
  run: async (ctx, input) => {
    const { id } = await createMember(ctx, input.body);
    return memberBody(await getMember(ctx, id));
  },
});

export const getMemberRoute = defineRoute({
  method: "GET",
  path: "/members/{id}",
  scope: "members:read",
  summary: "A person as the asking person may see them",
  params: memberParams,
  response: memberSchema,
  run: async (ctx, { params }) => memberBody(await getMember(ctx, params.id)),
});

export const updateMemberRoute = defineRoute({
  method: "PATCH",
  path: "/members/{id}",
  scope: "members:write",
  summary: "Change a person; lists and fields are replaced as a whole",
  params: memberParams,
  body: updateMemberInput,
  response: memberSchema,
  exists: memberExists,
  run: async (ctx, { params, body: input }) => {
    await updateMember(ctx, params.id, input);
    return memberBody(await getMember(ctx, params.id));
  },
});

export const explainVisibilityRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/visibility",
  scope: "members:read",
  summary: "What a viewer sees of a person, and which rules grant it",
  params: memberParams,
  query: z.object({ viewer: z.string().min(1).max(100) }),
  response: z.object({
    visible: z.object({ name: z.boolean(), phone: z.boolean(), photo: z.boolean(), details: z.boolean() }),
    reasons: z.array(z.string()),
    fields: z.array(
      z.object({
        field: z.enum(PROFILE_FIELDS),
        shows: z.enum(SEEN_LEVELS),
        reasons: z.array(z.string()),
        withheld: z.enum(WITHHELD).nullable(),
      }),
    ),
  }),
  exists: memberExists,
  run: (ctx, { params, query }) => explainVisibility(ctx, { memberId: params.id, viewerId: query.viewer }),
});

/** The member as the API shows them: the card of the pages holds more. */
export function memberBody(member: MemberView): MemberView {
  const { id, name, identifiers, locale, timezone, tags, fields, birthdayOn, createdAt } = member;
  return { id, name, identifiers, locale, timezone, tags, fields, birthdayOn, createdAt };
}
