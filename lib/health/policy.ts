import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { may, type Standing } from "@/lib/tenants/policy";

/** Numbers of a community are for who sees its counts (R2, R3). */
export function canSeeHealth(actor: Actor, standing: Standing): Decision {
  return may(actor, "communities.seeCounts", standing);
}

/** The people and messages behind them are for who reads what is said in it. */
export function canSeeHealthRows(actor: Actor, standing: Standing): Decision {
  return may(actor, "messages.read", { ...standing, groupRole: null });
}
