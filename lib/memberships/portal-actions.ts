"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { joinGroup } from "@/lib/invites/commands/join-group";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { chooseMutes } from "./commands/choose-mutes";
import { nameSuccessor } from "./commands/name-successor";
import { membershipReference, mutesInput, roleForm, successorForm } from "./schema";

const PORTAL = "/m/[tenant]";

/** Into a room: through its door at once, or a request that is shown as such. */
export const joinGroupAction = defineMemberAction({
  schema: z.object({ groupId: z.uuid() }),
  run: async (ctx, { groupId }) => {
    const joined = await joinGroup(ctx, groupId);
    revalidatePath(PORTAL, "layout");
    if (joined.status === "joined")
      redirect(`/m/${(await findTenant(ctx)).slug}/groups/${joined.groupId ?? groupId}?joined=1`);
  },
});

export const leaveGroupAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: z.object({ groupId: z.uuid() }),
  run: async (ctx, { groupId }) => {
    await leaveGroup(ctx, { groupId, memberId: ctx.actor.memberId });
    revalidatePath(PORTAL, "layout");
    redirect(`/m/${(await findTenant(ctx)).slug}/groups`);
  },
});

export const leaveCommunityAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: z.object({ communityId: z.uuid() }),
  run: async (ctx, { communityId }) => {
    await leaveCommunity(ctx, { communityId, memberId: ctx.actor.memberId });
    revalidatePath(PORTAL, "layout");
  },
});

/** By an admin who is a plain member: of a community, or of a room (R3, R4). */
export const setRoleInPortalAction = defineMemberAction({
  schema: roleForm,
  run: async (ctx, { groupId, ...input }) => {
    if (groupId) await setGroupRole(ctx, { groupId, memberId: input.memberId, role: input.role });
    else await setCommunityRole(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});

export const removeInPortalAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: membershipReference,
  run: async (ctx, { groupId, ...input }) => {
    if (groupId) await leaveGroup(ctx, { groupId, memberId: input.memberId });
    else await leaveCommunity(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});

/** Who administers a community or room says who takes over when they go (H9). */
export const nameOwnSuccessorAction = defineMemberAction({
  schema: successorForm,
  run: async (ctx, input) => {
    await nameSuccessor(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});

/** What one does not want to hear of, in one form; boxes that are all off send nothing. */
export const chooseMutesAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: mutesInput.extend({ groupIds: mutesInput.shape.groupIds.default([]) }),
  run: async (ctx, { groupIds }) => {
    await chooseMutes(ctx, ctx.actor.memberId, groupIds);
    revalidatePath(PORTAL, "layout");
  },
});
