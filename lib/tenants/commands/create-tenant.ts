import "server-only";
import { hashPassword } from "@/lib/platform/auth/password";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { countryDefaults } from "../country-defaults";
import { type CreateTenantInput, createTenantInput } from "../schema";

export type CreatedTenant = { tenantId: string; userId: string; staffId: string; memberId: string };

/**
 * A new tenant with its owner, who is also its first member record. An owner who has an account keeps it, password
 * included.
 * @throws Refusal `invalid_input` at `slug` with `slug_taken`.
 */
export async function createTenant(input: CreateTenantInput): Promise<CreatedTenant> {
  const { slug, name, country, plan, owner } = createTenantInput.parse(input);
  const userId = await ensureUser(owner);
  const tenantId = newId();
  const ids = { staffId: newId(), memberId: newId() };
  try {
    await tenantClient(tenantId).$transaction(async (db) => {
      await db.tenant.create({
        data: { id: tenantId, slug, name, country, plan, ...countryDefaults(country) },
      });
      await db.staff.create({ data: { id: ids.staffId, userId, role: "owner" } });
      await db.member.create({
        data: { id: ids.memberId, name: owner.name || owner.email.split("@")[0] || name, userId },
      });
      await db.identifier.create({
        data: {
          id: newId(),
          memberId: ids.memberId,
          kind: "email",
          value: owner.email,
          canonical: owner.email,
        },
      });
    });
  } catch (error) {
    if (violatedUnique(error)?.includes("slug")) throw invalidInput({ path: "slug", code: "slug_taken" });
    throw error;
  }
  return { tenantId, userId, ...ids };
}

async function ensureUser(owner: {
  name: string;
  email: string;
  password?: string | undefined;
  isVerified: boolean;
}): Promise<string> {
  const db = platformClient();
  const known = await db.user.findUnique({ where: { email: owner.email }, select: { id: true } });
  if (known) return known.id;
  const passwordHash = owner.password ? await hashPassword(owner.password) : null;
  const emailVerifiedAt = owner.isVerified ? new Date() : null;
  const user = await db.user.upsert({
    where: { email: owner.email },
    create: { id: newId(), email: owner.email, name: owner.name, passwordHash, emailVerifiedAt },
    update: {},
    select: { id: true },
  });
  return user.id;
}
