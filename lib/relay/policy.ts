import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { may, type Standing } from "@/lib/tenants/policy";

/**
 * Who may post in a group for the relay desk, tick it off, give it to another admin or remind them: admins of the group and of
 * its community, and staff who may send there (A21). Refuses with `not_found`, `not_granted`, `not_allowed`.
 */
export function canRelay(actor: Actor, standing: Standing): Decision {
  return may(actor, "relay.post", standing);
}
