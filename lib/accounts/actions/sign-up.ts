"use server";
import { redirect } from "next/navigation";
import { startSession } from "@/lib/platform/auth/session-cookie";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { acceptAsNewUser, acceptInvitation } from "../commands/accept-invitation";
import { signUp } from "../commands/sign-up";
import { defineUserAction, defineVisitorAction } from "../define-actions";
import { acceptInvitationInput, createOrganizationInput, nothingInput, signUpInput } from "../schema";

export const signUpAction = defineVisitorAction({
  schema: signUpInput,
  run: async (visitor, input) => {
    await startSession(await signUp(visitor, input));
    redirect(`/t/${input.slug}`);
  },
});

/** One more tenant for somebody who has an account. */
export const createOrganizationAction = defineUserAction({
  schema: createOrganizationInput,
  run: async ({ user }, { slug, organization }) => {
    await createTenant({ slug, name: organization, owner: { name: user.name, email: user.email } });
    redirect(`/t/${slug}`);
  },
});

/** The page binds the token of its address as `key`. */
export const acceptInvitationAction = defineUserAction({
  schema: nothingInput,
  run: async ({ user, key, now }) => {
    const { slug } = await acceptInvitation(user, key, now);
    redirect(`/t/${slug}`);
  },
});

export const acceptAsNewUserAction = defineVisitorAction({
  schema: acceptInvitationInput,
  run: async ({ key, now }, input) => {
    const { slug, ...user } = await acceptAsNewUser({ ...input, token: key }, now);
    await startSession(user);
    redirect(`/t/${slug}`);
  },
});
