import type { GroupStanding } from "@/lib/groups/policy";
import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { may, type Standing } from "@/lib/tenants/policy";

export type InviteStanding = Standing & Pick<GroupStanding, "groupRole">;

/** Making, listing and revoking invites and deciding requests, of the community or of the room that they name. */
export function canManageInvites(actor: Actor, standing: InviteStanding): Decision {
  return may(actor, "invites.manage", standing);
}
