import type { TenantContext } from "@/lib/platform/context";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import type { Actor, StaffRole } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { createTenant } from "@/lib/tenants/commands/create-tenant";

export type Neighbour = {
  tenantId: string;
  slug: string;
  ownerMemberId: string;
  staff: Record<StaffRole, { staffId: string; userId: string; email: string }>;
  /** A context of this tenant for an actor: a staff role, or a member by id. */
  as(who: StaffRole | { memberId: string }, grants?: readonly string[]): TenantContext;
};

/** A fixed instant for tests: a Tuesday noon in São Paulo. */
export const NOON = new Date("2026-03-03T15:00:00.000Z");

let counter = 0;

/** A tenant with one user per staff role; e-mails and slug are its own. */
export async function aTenant(plan: "free" | "starter" | "growth" | "scale" = "scale"): Promise<Neighbour> {
  const slug = `casa-p${process.pid}-${++counter}`;
  const email = (role: string) => `${role}@${slug}.example`;
  const owner = await createTenant({
    slug,
    name: `Casa ${counter}`,
    plan,
    owner: { name: "Dona Inês", email: email("owner") },
  });
  const staff = {
    owner: { staffId: owner.staffId, userId: owner.userId, email: email("owner") },
  } as Neighbour["staff"];
  for (const role of ["admin", "marketer", "finance", "agent"] as const) {
    const ids = { staffId: newId(), userId: newId() };
    await platformClient().user.create({ data: { id: ids.userId, email: email(role), name: role } });
    await tenantClient(owner.tenantId).staff.create({ data: { id: ids.staffId, userId: ids.userId, role } });
    staff[role] = { ...ids, email: email(role) };
  }
  const actorOf = (who: StaffRole | { memberId: string }, grants: readonly string[]): Actor =>
    typeof who === "string"
      ? {
          kind: "staff",
          staffId: staff[who].staffId,
          userId: staff[who].userId,
          role: who,
          memberId: who === "owner" ? owner.memberId : null,
          grantedCommunityIds: grants,
        }
      : { kind: "member", memberId: who.memberId, userId: null };
  return {
    tenantId: owner.tenantId,
    slug,
    ownerMemberId: owner.memberId,
    staff,
    as: (who, grants = []) => ({
      tenantId: owner.tenantId,
      actor: actorOf(who, grants),
      db: tenantClient(owner.tenantId),
      now: NOON,
      locale: "pt-BR",
      ip: null,
    }),
  };
}

/** Two tenants side by side: every test of isolation needs the neighbour. */
export async function aWorld(): Promise<{ here: Neighbour; there: Neighbour }> {
  return { here: await aTenant(), there: await aTenant() };
}

/** A member of a tenant, straight into its tables; with an e-mail and a Brazilian phone if wanted. */
export async function aMember(
  tenantId: string,
  given: { name?: string; email?: string; phone?: string } = {},
): Promise<string> {
  const db = tenantClient(tenantId);
  const id = newId();
  await db.member.create({ data: { id, name: given.name ?? `Pessoa ${++counter}` } });
  const identifiers = [
    ...(given.email ? [{ kind: "email", value: given.email }] : []),
    ...(given.phone ? [{ kind: "phone", value: given.phone }] : []),
  ];
  for (const { kind, value } of identifiers) {
    await db.identifier.create({ data: { id: newId(), memberId: id, kind, value, canonical: value } });
  }
  return id;
}
