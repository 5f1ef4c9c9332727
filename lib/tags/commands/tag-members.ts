import "server-only";
import type { PersonOutcome } from "@/lib/communities/types";
import { canManageMembers } from "@/lib/members/policy";
import { PROFILE_LIMITS, readTags } from "@/lib/members/profile-rules";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { addTags, removeTags, type TaggedPerson } from "../tags-sql";

type Tagging = { memberIds: readonly string[]; tags: readonly string[] };

/**
 * Gives people tags, whatever their case and accents each once. Who would have too many gets none of them.
 * @returns what came of each; refused with `too_many_tags` or `unknown_id`
 * @throws Refusal `not_allowed`, `invalid_input`
 */
export async function tagMembers(ctx: TenantContext, { memberIds, tags }: Tagging): Promise<PersonOutcome[]> {
  authorize(canManageMembers(ctx.actor));
  const change = { memberIds, tags: readTags(tags), now: ctx.now };
  return outcomes(memberIds, await addTags(ctx.db, { ...change, most: PROFILE_LIMITS.tags }));
}

/** Takes tags from people. @returns what came of each @throws Refusal `not_allowed`, `invalid_input` */
export async function untagMembers(
  ctx: TenantContext,
  { memberIds, tags }: Tagging,
): Promise<PersonOutcome[]> {
  authorize(canManageMembers(ctx.actor));
  return outcomes(memberIds, await removeTags(ctx.db, { memberIds, tags: readTags(tags), now: ctx.now }));
}

function outcomes(memberIds: readonly string[], people: readonly TaggedPerson[]): PersonOutcome[] {
  const byId = new Map(people.map((person) => [person.memberId, person]));
  return memberIds.map((memberId) => {
    const person = byId.get(memberId);
    if (!person) return { memberId, outcome: "refused", code: "unknown_id" };
    if (person.isChanged) return { memberId, outcome: "done", code: null };
    if (person.isSo) return { memberId, outcome: "unchanged", code: null };
    return { memberId, outcome: "refused", code: "too_many_tags" };
  });
}
