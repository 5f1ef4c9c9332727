import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { makeCalendarLink, revokeCalendarLink } from "./commands/make-link";
import { getCalendarLink } from "./queries/get-link";

const linkSchema = z
  .object({
    url: z.string().nullable().meta({ description: "Secret; null: there is none" }),
    createdAt: z.iso.datetime().nullable(),
    readAt: z.iso.datetime().nullable().meta({ description: "When a calendar program last read it" }),
  })
  .meta({ id: "CalendarLink" });

async function linkOf(ctx: TenantContext) {
  return (await getCalendarLink(ctx)) ?? { url: null, createdAt: null, readAt: null };
}

export const getCalendarLinkRoute = defineRoute({
  method: "GET",
  path: "/calendar-link",
  scope: "announcements:read",
  summary: "The address of the key's user for a calendar program (iCalendar)",
  response: linkSchema,
  run: (ctx) => linkOf(ctx),
});

export const makeCalendarLinkRoute = defineRoute({
  method: "POST",
  path: "/calendar-link",
  whenReadOnly: "allowed",
  scope: "announcements:write",
  summary: "Make one, or another in place of the one there is",
  response: linkSchema,
  status: 201,
  run: async (ctx) => {
    await makeCalendarLink(ctx);
    return await linkOf(ctx);
  },
});

export const revokeCalendarLinkRoute = defineRoute({
  method: "DELETE",
  path: "/calendar-link",
  whenReadOnly: "allowed",
  scope: "announcements:write",
  summary: "Take it back",
  response: null,
  run: (ctx) => revokeCalendarLink(ctx),
});
