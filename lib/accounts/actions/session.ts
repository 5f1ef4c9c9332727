"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { endSession, startSession } from "@/lib/platform/auth/session-cookie";
import { changePassword, renameUser, signOutEverywhere } from "../commands/change-password";
import { requestCode } from "../commands/confirm-person";
import { requestVerification } from "../commands/verify-email";
import { defineUserAction, defineVisitorAction } from "../define-actions";
import { changePasswordInput, nothingInput, profileInput } from "../schema";

export const signOutAction = defineVisitorAction({
  schema: nothingInput,
  run: async () => {
    await endSession();
    redirect("/entrar");
  },
});

export const signOutEverywhereAction = defineUserAction({
  schema: nothingInput,
  run: async ({ user }) => {
    await signOutEverywhere(user.id);
    await endSession();
    redirect("/entrar");
  },
});

export const changePasswordAction = defineUserAction({
  schema: changePasswordInput,
  run: async ({ user }, input) => {
    await startSession(await changePassword(user, input));
    revalidatePath("/conta");
  },
});

export const renameAction = defineUserAction({
  schema: profileInput,
  run: async ({ user }, { name }) => {
    await renameUser(user.id, name);
    revalidatePath("/", "layout");
  },
});

/** Mails the code that stands in for a password. */
export const sendCodeAction = defineUserAction({
  schema: nothingInput,
  run: ({ user, locale }) => requestCode(user.id, locale),
});

export const resendVerificationAction = defineUserAction({
  schema: nothingInput,
  run: ({ user, locale }) => requestVerification(user.email, locale),
});
