"use server";
import { revalidatePath } from "next/cache";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { createInvite } from "../commands/create-invite";
import { decideJoinRequest } from "../commands/decide-join-request";
import { revokeInvite } from "../commands/revoke-invite";
import { decideForm, expiryOf, inviteForm, revokeForm } from "../form-schema";

const COMMUNITIES = "/t/[tenant]/communities";

export const createInviteAction = defineStaffAction({
  schema: inviteForm,
  run: async (ctx, { expires, ...input }) => {
    const { url } = await createInvite(ctx, { ...input, expiresAt: expiryOf(expires, ctx.now) });
    revalidatePath(COMMUNITIES, "layout");
    return { url };
  },
});

export const revokeInviteAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: revokeForm,
  run: async (ctx, input) => {
    await revokeInvite(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const decideJoinRequestAction = defineStaffAction({
  schema: decideForm,
  run: async (ctx, { requestId, approve }) => {
    await decideJoinRequest(ctx, { requestId, approve: approve === "yes" });
    revalidatePath(COMMUNITIES, "layout");
  },
});
