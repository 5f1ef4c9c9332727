"use server";
import { revalidatePath } from "next/cache";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { bulkChangeFields } from "./bulk-schema";
import { bulkChange } from "./commands/bulk-change";
import { nameSuccessor } from "./commands/name-successor";
import { reinstateMember, suspendMember } from "./commands/suspend-member";
import { addMembersForm, memberIdForm, membershipReference, roleForm, successorForm } from "./schema";
import { refuseNobodyAdded } from "./single-rules";

const COMMUNITIES = "/t/[tenant]/communities";

export const addMembersAction = defineStaffAction({
  schema: addMembersForm,
  run: async (ctx, { groupId, ...input }) => {
    const added = groupId
      ? await addGroupMembers(ctx, { groupId, memberIds: input.memberIds })
      : await addCommunityMembers(ctx, input);
    refuseNobodyAdded(added, await findLimits(ctx));
    revalidatePath(COMMUNITIES, "layout");
    return { added: added.added, refused: added.refused.length };
  },
});

export const setRoleAction = defineStaffAction({
  schema: roleForm,
  run: async (ctx, { groupId, ...input }) => {
    if (groupId) await setGroupRole(ctx, { groupId, memberId: input.memberId, role: input.role });
    else await setCommunityRole(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const removeMemberAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: membershipReference,
  run: async (ctx, { groupId, ...input }) => {
    if (groupId) await leaveGroup(ctx, { groupId, memberId: input.memberId });
    else await leaveCommunity(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

/** Several people in several rooms; what came of each is told to the form. */
export const bulkChangeAction = defineStaffAction({
  schema: bulkChangeFields,
  run: async (ctx, change) => {
    const rows = await bulkChange(ctx, change);
    revalidatePath(COMMUNITIES, "layout");
    return rows;
  },
});

export const nameSuccessorAction = defineStaffAction({
  schema: successorForm,
  run: async (ctx, input) => {
    await nameSuccessor(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const suspendMemberAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: memberIdForm,
  run: async (ctx, { memberId }) => {
    await suspendMember(ctx, memberId);
    revalidatePath("/t/[tenant]/members/[id]", "page");
  },
});

export const reinstateMemberAction = defineStaffAction({
  schema: memberIdForm,
  run: async (ctx, { memberId }) => {
    await reinstateMember(ctx, memberId);
    revalidatePath("/t/[tenant]/members/[id]", "page");
  },
});
