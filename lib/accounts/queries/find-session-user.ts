import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

export type SessionUser = {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  sessionVersion: number;
  emailVerifiedAt: Date | null;
};

/** The user of a session as they are now, or null when gone. */
export function findSessionUser(id: string): Promise<SessionUser | null> {
  return platformClient().user.findUnique({
    where: { id },
    select: { id: true, email: true, name: true, locale: true, sessionVersion: true, emailVerifiedAt: true },
  });
}
