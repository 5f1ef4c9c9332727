import "server-only";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { watchedCommunities } from "./queries/get-announcement-event";

/**
 * The event stream of a key. The web process holds it outside of Next (server/event-streams.ts) and hands on what it does
 * not hold: here the refusals are made. A member's eyes have no stream: the picture of a sending is for those who send.
 */
export const eventStreamRoute = defineRoute({
  method: "GET",
  path: "/events/stream",
  scope: "announcements:read",
  summary: "Server-sent events: `announcement` with its state and counts whenever they change",
  response: null,
  raw: { status: 200, type: "text/event-stream" },
  run: async (ctx) => {
    if (ctx.actor.kind !== "staff") throw new Refusal("not_allowed");
    const reach = await watchedCommunities(ctx);
    if (reach?.length === 0) authorize(canAsStaff(ctx.actor, "announcements.view"));
    return new Response("retry: 2000\n\n", {
      headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
    });
  },
});
