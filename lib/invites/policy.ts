import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { may, type Standing } from "@/lib/tenants/policy";

/** Making, listing and revoking invites and deciding requests, of the community or of the room that they name. */
export function canManageInvites(actor: Actor, standing: Standing): Decision {
  return may(actor, "invites.manage", standing);
}
