"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { usesHttps } from "@/lib/platform/auth/cookie-shape";
import { startSession } from "@/lib/platform/auth/session-cookie";
import { isId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { requestSignIn } from "../commands/request-sign-in";
import { signInByCode, signInByLink } from "../commands/sign-in-by-email";
import { signInWithPassword } from "../commands/sign-in-with-password";
import { verifyEmail } from "../commands/verify-email";
import { defineVisitorAction } from "../define-actions";
import { ownPath, SECRET_MINUTES } from "../rules";
import { codeInput, emailInput, linkInput, signInInput } from "../schema";

const CODE_COOKIE = "aldeia-code";

/** By password, or by asking for a link: two buttons of one form. */
export const signInAction = defineVisitorAction({
  schema: signInInput,
  run: async ({ locale, ip }, { email, password, by, callbackUrl }) => {
    const returnTo = ownPath(callbackUrl);
    if (by === "link") {
      await requestSignIn({ purpose: "email_link", email, locale, ip, returnTo });
      redirect("/entrar/verifique");
    }
    if (password === "") throw invalidInput({ path: "password", code: "required" });
    const user = await signInWithPassword({ email, password, ip });
    if (!user) throw new Refusal("wrong_credentials");
    await startSession(user);
    redirect(returnTo ?? "/inicio");
  },
});

/** Asks for a code; the cookie ties it to this browser. */
export const requestCodeAction = defineVisitorAction({
  schema: emailInput,
  run: async ({ locale, ip }, { email, callbackUrl }) => {
    const returnTo = ownPath(callbackUrl);
    const tokenId = await requestSignIn({ purpose: "member_code", email, locale, ip, returnTo });
    (await cookies()).set(CODE_COOKIE, tokenId, {
      path: "/entrar",
      httpOnly: true,
      sameSite: "lax",
      secure: usesHttps(),
      maxAge: SECRET_MINUTES.member_code * 60,
    });
    redirect(`/entrar/codigo${returnTo ? `?callbackUrl=${encodeURIComponent(returnTo)}` : ""}`);
  },
});

export const signInByCodeAction = defineVisitorAction({
  schema: codeInput,
  run: async ({ ip }, { code, callbackUrl }) => {
    const jar = await cookies();
    const tokenId = jar.get(CODE_COOKIE)?.value ?? "";
    if (!isId(tokenId)) throw invalidInput({ path: "code", code: "wrong_code" });
    await startSession(await signInByCode({ tokenId, code, ip }));
    jar.delete({ name: CODE_COOKIE, path: "/entrar" });
    redirect(ownPath(callbackUrl) ?? "/inicio");
  },
});

export const signInByLinkAction = defineVisitorAction({
  schema: linkInput,
  run: async (_visitor, { token, callbackUrl }) => {
    await startSession(await signInByLink(token));
    redirect(ownPath(callbackUrl) ?? "/inicio");
  },
});

export const verifyEmailAction = defineVisitorAction({
  schema: linkInput,
  run: async (_visitor, { token }) => {
    await verifyEmail(token);
    redirect("/inicio");
  },
});
