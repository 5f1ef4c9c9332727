import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { selectRooms } from "../rooms-sql";
import type { MemberRoom } from "../types";
import { memberCommunityIds } from "./member-community-ids";

/** The communities and groups of a person, as far as the actor knows those communities. */
export async function listRooms(ctx: TenantContext, memberId: string): Promise<MemberRoom[]> {
  return selectRooms(ctx.db, memberId, await memberCommunityIds(ctx));
}
