import "server-only";
import { headers } from "next/headers";
import { notFound as notFoundPage, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { TenantContext } from "@/lib/platform/context";
import { tenantClient } from "@/lib/platform/db/clients";
import { currentLocale } from "@/lib/platform/i18n/current-locale";
import type { MemberActor, StaffActor } from "@/lib/shared/actor";
import { Refusal } from "@/lib/shared/refusal";
import { authOptions } from "./auth-options";
import { noteActivity } from "./commands/note-activity";
import { findLook } from "./queries/find-look";
import { findMemberActor } from "./queries/find-own-actor";
import { findSessionUser, type SessionUser } from "./queries/find-session-user";
import { findStaffActor } from "./queries/find-staff-actor";
import { findTenantId } from "./queries/find-tenant-id";

export type StaffContext = TenantContext & { actor: StaffActor };
export type MemberContext = TenantContext & { actor: MemberActor };
/** A request outside of any tenant; `key` is what the page bound to the action: a token of its address, or nothing. */
export type VisitorContext = Pick<TenantContext, "now" | "locale" | "ip"> & { key: string };
export type UserContext = VisitorContext & { user: SessionUser };

/**
 * The signed-in user as they are now, or null. One look-up a request; a session older than the last change of password
 * or "sign out everywhere" is none (X25).
 */
export const findCurrentUser = cache(async (): Promise<SessionUser | null> => {
  const session = await getServerSession(authOptions);
  if (!session?.user.id) return null;
  const user = await findSessionUser(session.user.id);
  return user && user.sessionVersion === session.user.sessionVersion ? user : null;
});

/**
 * The context of a staff page or action: the tenant from the URL, the role from the database on every request, so that
 * a removed person is out on the next click (R7). Signed out: to the sign-in page. Not staff here: 404 (T3).
 */
export const requireStaff = cache(async (slug: string): Promise<StaffContext> => {
  const [user, tenantId] = await Promise.all([requireUser(`/t/${slug}`), findTenantId(slug)]);
  if (!tenantId) return notFoundPage();
  const actor = await findStaffActor(tenantId, user.id);
  if (!actor) return notFoundPage();
  const ctx = await requestContext(tenantId);
  if (actor.memberId) await noteActivity(ctx.db, actor.memberId, ctx.now);
  return { ...ctx, actor };
});

/**
 * The context of what a member does in the portal; the same rules as for staff.
 * @throws Refusal `see_as_is_read_only` while they look through somebody else's eyes.
 */
export async function requireMember(slug: string): Promise<MemberContext> {
  const ctx = await requirePortal(slug);
  if (ctx.actor.seenBy) throw new Refusal("see_as_is_read_only");
  return ctx;
}

/** The context of what a member sees in the portal, also of one through whose eyes somebody looks (P15). */
export const requirePortal = cache(async (slug: string): Promise<MemberContext> => {
  const [user, tenantId] = await Promise.all([requireUser(`/m/${slug}`), findTenantId(slug)]);
  if (!tenantId) return notFoundPage();
  const ctx = await requestContext(tenantId);
  const look = await findLook(ctx, user.id);
  if (look) return { ...ctx, actor: look };
  const actor = await findMemberActor(tenantId, user.id);
  if (!actor) return notFoundPage();
  await noteActivity(ctx.db, actor.memberId, ctx.now);
  return { ...ctx, actor };
});

/** The context of whoever is signed in here, as staff or as a member; null for everybody else. For live data. */
export async function findPersonContext(slug: string): Promise<StaffContext | MemberContext | null> {
  return (await findPersonContexts(slug))[0] ?? null;
}

/** Everything that whoever is signed in is here: staff, a member, or both. For files, which dashboard and portal share. */
export async function findPersonContexts(slug: string): Promise<(StaffContext | MemberContext)[]> {
  const [user, tenantId] = await Promise.all([findCurrentUser(), findTenantId(slug)]);
  if (!user || !tenantId) return [];
  const [staff, member] = await Promise.all([
    findStaffActor(tenantId, user.id),
    findMemberActor(tenantId, user.id),
  ]);
  const ctx = await requestContext(tenantId);
  return [...(staff ? [{ ...ctx, actor: staff }] : []), ...(member ? [{ ...ctx, actor: member }] : [])];
}

/** The signed-in user, else the sign-in page and back. */
export async function requireUser(returnTo: string): Promise<SessionUser> {
  const user = await findCurrentUser();
  return user ?? redirect(`/entrar?callbackUrl=${encodeURIComponent(returnTo)}`);
}

/** Anybody: signing in, signing up, answering an invitation. */
export async function loadVisitor(key: string): Promise<VisitorContext> {
  const ip = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() ?? null;
  return { now: new Date(), locale: await currentLocale(), ip, key };
}

/** A signed-in user, in no tenant. */
export async function loadUser(key: string): Promise<UserContext> {
  return { ...(await loadVisitor(key)), user: await requireUser("/conta") };
}

async function requestContext(tenantId: string): Promise<Omit<TenantContext, "actor">> {
  const { now, locale, ip } = await loadVisitor("");
  return { tenantId, db: tenantClient(tenantId), now, locale, ip };
}
