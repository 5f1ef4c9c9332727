import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_SECONDS, sessionCookie, usesHttps } from "@/lib/platform/auth/cookie-shape";
import { secret } from "@/lib/platform/env";
import { signInWithPassword } from "./commands/sign-in-with-password";

/**
 * next-auth 4 with JWT sessions. The token carries only the user's id and session version; whoever reads a session
 * compares the version with the user of now (`findCurrentUser`), so that a database away for a moment signs nobody
 * out (X25).
 */
export const authOptions: NextAuthOptions = {
  secret: secret(),
  useSecureCookies: usesHttps(),
  cookies: { sessionToken: sessionCookie() },
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/entrar", error: "/entrar", signOut: "/sair" },
  providers: [
    CredentialsProvider({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: (input, request) =>
        signInWithPassword({
          email: String(input?.email ?? ""),
          password: String(input?.password ?? ""),
          ip: String(request.headers?.["x-forwarded-for"] ?? ""),
        }),
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user
        ? { sub: user.id, sessionVersion: (user as { sessionVersion?: number }).sessionVersion }
        : token;
    },
    session({ session, token }) {
      return { ...session, user: { id: token.sub, sessionVersion: token.sessionVersion } };
    },
  },
};
