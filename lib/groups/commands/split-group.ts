import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { labelOf } from "@/lib/communities/actor-rules";
import { checkTexts } from "@/lib/communities/commands/check-texts";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { insertSeats } from "../group-sql";
import { canEditGroup } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { systemHalve } from "../queries/preview-split";
import { splitNames } from "../rules";
import { type SplitGroupFields, splitGroupFields } from "../schema";
import { moveSeats } from "../splitting-sql";
import { checkRoomForGroup } from "./create-group";
import { unsafeLockOpenGroup } from "./lock-group";
import { unsafeOpenGroup } from "./open-group";

/**
 * Splits a room in two: half of its people go to a new one, neighbours together, its admins administer both. The history
 * stays in the old room. Without names they are made from the room's own.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`, `group_limit_reached` (L2), `name_too_long`,
 * `invalid_input` at `groupId` with fewer than two who would be split
 */
export async function splitGroup(
  ctx: TenantContext,
  { groupId, ...input }: SplitGroupFields & { groupId: string },
): Promise<{ id: string }> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canEditGroup(ctx.actor, standing));
  const { communityId } = standing;
  const given = splitGroupFields.parse(input);
  const limits = await findLimits(ctx);
  return inTransaction(ctx, async (tx) => {
    const { community, group } = await unsafeLockOpenGroup(tx, { communityId, groupId });
    checkRoomForGroup(community, limits);
    const proposed = splitNames(group.name, limits.communityNameGraphemes);
    const [name, newName] = [given.name ?? proposed[0], given.newName ?? proposed[1]];
    for (const each of [name, newName]) checkTexts({ name: each }, limits);
    const { go, admins, stay } = await systemHalve(tx, { groupId, communityId });
    if (go.length === 0) throw invalidInput({ path: "groupId", code: "too_few_to_split" });
    const { description, icon, joinMode } = group;
    const fields = { communityId, description, icon, joinMode, overflow: false, overflowOf: null };
    const id = await unsafeOpenGroup(tx, { ...fields, name: newName, position: community.groupCount });
    await tx.db.group.updateMany({ where: { id: groupId }, data: { name, updatedAt: tx.now } });
    const by = { communityId, actorLabel: labelOf(tx.actor), now: tx.now };
    await insertSeats(tx.db, { ...by, groupId: id, memberIds: admins, role: "admin" });
    await moveSeats(tx.db, { ...by, from: groupId, to: id, memberIds: go });
    await unsafeFreePlace(tx, communityId);
    const details = { newGroupId: id, stayed: stay.length, went: go.length };
    await recordAudit(tx, {
      action: "group.split",
      subjectKind: "group",
      subjectId: groupId,
      communityId,
      details,
      before: { name: group.name },
      after: { name },
    });
    return { id };
  });
}
