import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { eraseMember } from "./commands/erase-member";
import { listSightChanges, listViewers, summarizeSight, summarizeSightChanges } from "./queries/list-viewers";
import { SIGHTS } from "./types";

export const eraseMemberRoute = defineRoute({
  method: "DELETE",
  path: "/members/{id}",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Erase a person: nothing personal stays, counts and the skeleton of the audit do",
  params: memberParams,
  response: null,
  exists: memberExists,
  run: async (ctx, { params }) => eraseMember(ctx, params.id),
});

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const reasonSchema = z.object({
  rule: z.enum(["P1", "P2", "P4", "P6", "P7", "P8", "P10"]),
  roomId: z.uuid().nullable(),
  roomName: z.string().nullable(),
});
const viewerSchema = z
  .object({
    kind: z.enum(["member", "staff"]),
    id: z.uuid().nullable().meta({ description: "Null where the asker may not know who it is" }),
    name: z.string().nullable(),
    role: z.string().nullable(),
    phone: z.boolean(),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: "SightViewer" });
const sight = z
  .enum(SIGHTS)
  .default("phone")
  .meta({ description: "`phone`: who sees the number; `anything`: whoever sees something" });

export const listViewersRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/viewers",
  scope: "members:read",
  summary: "Who can see a person and why, counts first; with `at` who could at that instant",
  params: memberParams,
  query: pageQuery.extend({ sight, at: instant.optional() }),
  response: z.object({
    total: z.int(),
    hadPhone: z.boolean(),
    counts: z.array(reasonSchema.extend({ people: z.int() })),
    data: z.array(viewerSchema),
    nextCursor: z.string().nullable(),
  }),
  exists: memberExists,
  run: async (ctx, { params, query: { sight: what, at = null, ...page } }) => {
    const question = { memberId: params.id, sight: what, at };
    return { ...(await summarizeSight(ctx, question)), ...(await listViewers(ctx, question, page)) };
  },
});

export const listSightChangesRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/viewers/changes",
  scope: "members:read",
  summary: "Who gained and who lost the sight of a person between two instants, and why",
  params: memberParams,
  query: pageQuery.extend({ sight, from: instant, to: instant.optional() }),
  response: z.object({
    gained: z.int(),
    lost: z.int(),
    stayed: z.int(),
    data: z.array(viewerSchema.extend({ change: z.enum(["gained", "lost"]) })),
    nextCursor: z.string().nullable(),
  }),
  exists: memberExists,
  run: async (ctx, { params, query: { sight: what, from, to = null, ...page } }) => {
    const span = { memberId: params.id, sight: what, from, to };
    return { ...(await summarizeSightChanges(ctx, span)), ...(await listSightChanges(ctx, span, page)) };
  },
});
