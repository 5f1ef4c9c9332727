"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { createInvite } from "../commands/create-invite";
import { decideJoinRequest } from "../commands/decide-join-request";
import { joinCommunity } from "../commands/join-community";
import { revokeInvite } from "../commands/revoke-invite";
import { communityReference, decideForm, expiryOf, inviteForm, revokeForm } from "../form-schema";

// Admins of communities and groups who are plain members do on the phone what the team does in the dashboard (R3, R4, H7).
const PORTAL = "/m/[tenant]";

export const createInviteInPortalAction = defineMemberAction({
  schema: inviteForm,
  run: async (ctx, { expires, ...input }) => {
    const { url } = await createInvite(ctx, { ...input, expiresAt: expiryOf(expires, ctx.now) });
    revalidatePath(PORTAL, "layout");
    return { url };
  },
});

export const revokeInviteInPortalAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: revokeForm,
  run: async (ctx, input) => {
    await revokeInvite(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});

export const decideJoinRequestInPortalAction = defineMemberAction({
  schema: decideForm,
  run: async (ctx, { requestId, approve }) => {
    await decideJoinRequest(ctx, { requestId, approve: approve === "yes" });
    revalidatePath(PORTAL, "layout");
  },
});

/** Into a community that its admins have opened, or a request at its door. */
export const joinCommunityAction = defineMemberAction({
  schema: communityReference,
  run: async (ctx, { communityId }) => {
    await joinCommunity(ctx, communityId);
    revalidatePath(PORTAL, "layout");
  },
});
