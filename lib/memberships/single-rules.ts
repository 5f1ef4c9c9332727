import type { Added } from "@/lib/communities/types";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";

/** Of a room with overflow on, `mayWait`: it is full with all its siblings, and what to do is another (L10, L11). */
type Outcome = Added & { mayWait?: boolean };

/**
 * The outcome of adding one person as an answer of its own: what a bulk tells by row, a single call refuses.
 * @throws Refusal `invalid_input` at `memberId`, `banned`, `group_full`, `community_full`, `already_member`
 */
export function refuseSingle({ added, refused, mayWait }: Outcome, limits: Limits): void {
  const code = refused[0]?.code;
  if (code === "unknown_id") throw invalidInput({ path: "memberId", code });
  if (code === "banned") throw new Refusal(code);
  if (code === "group_full")
    throw new Refusal(code, { limit: limits.groupMembers, way: mayWait ? "overflow" : "none" });
  if (code === "community_full") throw new Refusal(code, { limit: limits.communityMembers });
  if (added === 0) throw new Refusal("already_member");
}

/** When none of several could come in, the first reason is the answer. @throws Refusal `group_full`, `community_full`, `already_member` */
export function refuseNobodyAdded(outcome: Outcome, limits: Limits): void {
  if (outcome.added === 0) refuseSingle(outcome, limits);
}
