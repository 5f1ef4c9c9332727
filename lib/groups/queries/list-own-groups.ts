import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { selectOpenGroups, selectOwnGroups } from "../own-groups-sql";
import type { OpenGroup, OwnGroup } from "../types";

/** The rooms a member is in, with what is new in them; none for everybody else. */
export async function listOwnGroups(ctx: TenantContext): Promise<OwnGroup[]> {
  return ctx.actor.kind === "member" ? selectOwnGroups(ctx.db, ctx.actor.memberId) : [];
}

/** The rooms of their communities that a member is not in. */
export async function listOpenGroups(ctx: TenantContext): Promise<OpenGroup[]> {
  return ctx.actor.kind === "member" ? selectOpenGroups(ctx.db, ctx.actor.memberId) : [];
}

/** In how many rooms a member is. */
export async function countOwnGroups(ctx: TenantContext): Promise<number> {
  if (ctx.actor.kind !== "member") return 0;
  return ctx.db.groupMember.count({ where: { memberId: ctx.actor.memberId } });
}
