import type { Actor } from "@/lib/shared/actor";
import { type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Whether an actor may upload what is shown to others: staff who write announcements somewhere. Refuses with `not_allowed`. */
export function canUploadMedia(actor: Actor): Decision {
  return actor.kind === "staff" ? canAsStaff(actor, "announcements.send") : refused("not_allowed");
}

/** Whether an actor may use an upload that nothing shows yet: their own; what staff uploaded is the team's. */
export function canUseUpload(actor: Actor, uploaded: Uploaded): boolean {
  if (isOwnUpload(actor, uploaded)) return true;
  return uploaded.staffId !== null && canUploadMedia(actor).ok;
}

type Uploaded = { staffId: string | null; memberId: string | null };

function isOwnUpload(actor: Actor, { staffId, memberId }: Uploaded): boolean {
  if (actor.kind === "staff") return staffId === actor.staffId;
  return actor.kind === "member" && memberId === actor.memberId;
}
