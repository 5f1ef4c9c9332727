import "server-only";
import type { PersonOutcome } from "@/lib/communities/types";
import { changeInCommunity } from "@/lib/memberships/commands/change-in-community";
import { changeInRoom } from "@/lib/memberships/commands/change-in-room";
import type { TenantContext } from "@/lib/platform/context";
import { refusedAlone } from "@/lib/platform/refused-alone";
import { tagMembers, untagMembers } from "@/lib/tags/commands/tag-members";
import type { BulkAction, BulkPlace } from "../types";

type Act = { action: BulkAction; tags: readonly string[] };
type Step = { place: BulkPlace; memberIds: readonly string[] };

/** Does an act to some people in one place. What refuses the place refuses each of them, and nobody elsewhere. */
export async function changePeople(tx: TenantContext, act: Act, step: Step): Promise<PersonOutcome[]> {
  let outcomes: PersonOutcome[] = [];
  const refusal = await refusedAlone(tx, async () => {
    outcomes = await change(tx, act, step);
  });
  if (!refusal) return outcomes;
  const code = refusal.code === "not_found" ? "place_gone" : refusal.code;
  return step.memberIds.map((memberId) => ({ memberId, outcome: "refused", code }));
}

async function change(
  tx: TenantContext,
  { action, tags }: Act,
  { place, memberIds }: Step,
): Promise<PersonOutcome[]> {
  if (action === "tag") return await tagMembers(tx, { memberIds, tags });
  if (action === "untag") return await untagMembers(tx, { memberIds, tags });
  if (place === null) return [];
  return "groupId" in place
    ? await changeInRoom(tx, action, { ...place, memberIds })
    : await changeInCommunity(tx, action, { ...place, memberIds });
}
