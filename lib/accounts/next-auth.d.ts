import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface Session {
    user: { id?: string | undefined; sessionVersion?: number | undefined };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number | undefined;
  }
}
