"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changeStaffRole } from "../commands/change-staff-role";
import { inviteStaff } from "../commands/invite-staff";
import { removeStaff } from "../commands/remove-staff";
import { revokeInvitation } from "../commands/revoke-invitation";
import { setStaffGrants } from "../commands/set-staff-grants";
import { defineStaffAction } from "../define-actions";
import { changeRoleInput, grantsInput, invitationIdInput, inviteStaffInput, staffIdInput } from "../schema";

const showTeam = () => revalidatePath("/t/[tenant]/settings/team", "page");

export const inviteStaffAction = defineStaffAction({
  schema: inviteStaffInput,
  run: async (ctx, input) => {
    await inviteStaff(ctx, input);
    showTeam();
  },
});

export const revokeInvitationAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: invitationIdInput,
  run: async (ctx, { invitationId }) => {
    await revokeInvitation(ctx, invitationId);
    showTeam();
  },
});

export const changeRoleAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: changeRoleInput,
  run: async (ctx, input) => {
    await changeStaffRole(ctx, input);
    showTeam();
  },
});

/** Whoever leaves by themself has nothing more to see here. */
export const removeStaffAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: staffIdInput,
  run: async (ctx, { staffId }) => {
    await removeStaff(ctx, staffId);
    if (ctx.actor.staffId === staffId) redirect("/inicio");
    showTeam();
  },
});

export const setGrantsAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: grantsInput,
  run: async (ctx, input) => {
    await setStaffGrants(ctx, input);
    showTeam();
  },
});
