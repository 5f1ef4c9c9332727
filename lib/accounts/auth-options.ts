import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { secret } from "@/lib/platform/env";
import { signInWithPassword } from "./commands/sign-in-with-password";
import { findSessionUser } from "./queries/find-session-user";

const TWELVE_HOURS = 12 * 60 * 60;

/**
 * next-auth 4 with JWT sessions. The token carries only the user's id and session version; `jwt` re-reads the user on
 * every request and throws when the version has moved on, which empties the session (X25).
 */
export const authOptions: NextAuthOptions = {
  secret: secret(),
  session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60, updateAge: TWELVE_HOURS },
  pages: { signIn: "/entrar", error: "/entrar", verifyRequest: "/entrar/verifique" },
  providers: [
    CredentialsProvider({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: async (input) =>
        signInWithPassword(String(input?.email ?? ""), String(input?.password ?? "")),
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      const id = user?.id ?? token.sub;
      const current = id ? await findSessionUser(id) : null;
      if (!current) throw new Error("session_ended");
      if (user) token.sessionVersion = current.sessionVersion;
      if (token.sessionVersion !== current.sessionVersion) throw new Error("session_ended");
      return { sub: current.id, sessionVersion: token.sessionVersion };
    },
    session({ session, token }) {
      return { ...session, user: { id: token.sub } };
    },
  },
};
