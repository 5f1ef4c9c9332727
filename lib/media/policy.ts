import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/**
 * Whether an actor may upload what is shown to others: staff who write announcements or messages somewhere, and members, for their
 * rooms. Refuses with `not_allowed`.
 */
export function canUploadMedia(actor: Actor): Decision {
  if (actor.kind === "member") return actor.seenBy ? refused("not_allowed") : allowed;
  if (actor.kind === "system") return refused("not_allowed");
  const decision = canAsStaff(actor, "announcements.send");
  return decision.ok ? decision : canAsStaff(actor, "messages.post");
}

/** Whether an actor may use an upload that nothing shows yet: their own; what staff uploaded is the team's. */
export function canUseUpload(actor: Actor, uploaded: Uploaded): boolean {
  if (isOwnUpload(actor, uploaded)) return true;
  return actor.kind === "staff" && uploaded.staffId !== null && canUploadMedia(actor).ok;
}

type Uploaded = { staffId: string | null; memberId: string | null };

function isOwnUpload(actor: Actor, { staffId, memberId }: Uploaded): boolean {
  if (actor.kind === "staff") return staffId === actor.staffId;
  return actor.kind === "member" && memberId === actor.memberId;
}
