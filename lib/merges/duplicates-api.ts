import "server-only";
import { z } from "zod";
import { memberBody, memberSchema } from "@/lib/members/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { forgetApart, tellApart } from "./commands/tell-apart";
import { listSuspicions, listToldApart } from "./queries/list-suspicions";
import { coupleFields } from "./schema";
import { EVIDENCE_KINDS } from "./types";

const evidenceSchema = z.object({
  kind: z.enum(EVIDENCE_KINDS).meta({
    description:
      "number: one has it as phone, the other as WhatsApp id; mailbox: addresses that reach the same box; name_birthday; name_address: the same name, and addresses that begin alike",
  }),
  value: z.string().meta({ description: "What both have" }),
});
const suspicionSchema = z
  .object({ people: z.tuple([memberSchema, memberSchema]), evidence: z.array(evidenceSchema) })
  .meta({ id: "SuspectedDuplicate" });

export const listDuplicatesRoute = defineRoute({
  method: "GET",
  path: "/duplicates",
  scope: "members:read",
  summary:
    "Records that may be one person, the strongest evidence first; with `toldApart`, those of whom it was said that they are two",
  query: pageQuery.extend({ toldApart: z.stringbool().default(false) }),
  response: z.object({ data: z.array(suspicionSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query: { toldApart, ...page } }) => {
    const { data, nextCursor } = await (toldApart ? listToldApart : listSuspicions)(ctx, page);
    return {
      data: data.map(({ people, evidence }) => ({ people: people.map(memberBody), evidence })),
      nextCursor,
    };
  },
});

export const tellApartRoute = defineRoute({
  method: "POST",
  path: "/duplicates/tell-apart",
  scope: "members:write",
  summary: "Remembers that two records are two people",
  body: coupleFields,
  response: null,
  status: 204,
  run: (ctx, { body }) => tellApart(ctx, body),
});

export const forgetApartRoute = defineRoute({
  method: "POST",
  path: "/duplicates/forget",
  scope: "members:write",
  summary: "Takes back that two records are two people: they may be suspected again",
  body: coupleFields,
  response: null,
  status: 204,
  run: (ctx, { body }) => forgetApart(ctx, body),
});
