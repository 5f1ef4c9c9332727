import "server-only";
import { headers } from "next/headers";
import { notFound as notFoundPage, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { TenantContext } from "@/lib/platform/context";
import { tenantClient } from "@/lib/platform/db/clients";
import { currentLocale } from "@/lib/platform/i18n/current-locale";
import type { MemberActor, StaffActor } from "@/lib/shared/actor";
import { authOptions } from "./auth-options";
import { findSessionUser, type SessionUser } from "./queries/find-session-user";
import { findStaffActor } from "./queries/find-staff-actor";
import { findTenantId } from "./queries/find-tenant-id";

export type StaffContext = TenantContext & { actor: StaffActor };
export type MemberContext = TenantContext & { actor: MemberActor };

/** The signed-in user as they are now, or null. One look-up a request. */
export const findCurrentUser = cache(async (): Promise<SessionUser | null> => {
  const session = await getServerSession(authOptions);
  const id = session?.user.id;
  return id ? findSessionUser(id) : null;
});

/**
 * The context of a staff page or action: the tenant from the URL, the role from the database on every request, so that
 * a removed person is out on the next click (R7). Signed out: to the sign-in page. Not staff here: 404 (T3).
 */
export const requireStaff = cache(async (slug: string): Promise<StaffContext> => {
  const user = await requireUser(`/t/${slug}`);
  const tenantId = await findTenantId(slug);
  if (!tenantId) return notFoundPage();
  const actor = await findStaffActor(tenantId, user.id);
  if (!actor) return notFoundPage();
  return { ...(await requestContext(tenantId)), actor };
});

/** The context of a portal page or action of a member; the same rules as for staff. */
export const requireMember = cache(async (slug: string): Promise<MemberContext> => {
  const user = await requireUser(`/m/${slug}`);
  const tenantId = await findTenantId(slug);
  if (!tenantId) return notFoundPage();
  const member = await tenantClient(tenantId).member.findFirst({
    where: { userId: user.id, suspendedAt: null },
    select: { id: true },
  });
  if (!member) return notFoundPage();
  return {
    ...(await requestContext(tenantId)),
    actor: { kind: "member", memberId: member.id, userId: user.id },
  };
});

/** The signed-in user, else the sign-in page and back. */
export async function requireUser(returnTo: string): Promise<SessionUser> {
  const user = await findCurrentUser();
  return user ?? redirect(`/entrar?callbackUrl=${encodeURIComponent(returnTo)}`);
}

async function requestContext(tenantId: string): Promise<Omit<TenantContext, "actor">> {
  const address = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() ?? null;
  return {
    tenantId,
    db: tenantClient(tenantId),
    now: new Date(),
    locale: await currentLocale(),
    ip: address,
  };
}
