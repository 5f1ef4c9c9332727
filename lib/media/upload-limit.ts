import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import type { Actor } from "@/lib/shared/actor";

const UPLOADS: Limit = { name: "media", points: 200, perSeconds: 3_600 };
const OF_MEMBERS: Limit = { name: "media_of_members", points: 60, perSeconds: 3_600 };

/** Counts an upload of somebody. @throws Refusal `too_many_requests` with the `seconds` to wait */
export async function countUpload({ tenantId, actor }: TenantContext): Promise<void> {
  await takePoint(actor.kind === "member" ? OF_MEMBERS : UPLOADS, `${tenantId}/${subjectOf(actor)}`);
}

function subjectOf(actor: Actor): string {
  if (actor.kind === "staff") return actor.staffId;
  return actor.kind === "member" ? actor.memberId : actor.purpose;
}
