import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { openCommunities } from "../invites-sql";
import type { OpenCommunity } from "../types";

/** The communities that the acting member may go into without an invite; none for everybody else (H7). */
export async function listOpenCommunities(ctx: TenantContext): Promise<OpenCommunity[]> {
  return ctx.actor.kind === "member" ? openCommunities(ctx.db, ctx.actor.memberId) : [];
}
