import { createCommunity } from "@/lib/communities/commands/create-community";
import { createGroup } from "@/lib/groups/commands/create-group";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "./as-owner";
import type { Neighbour } from "./world";

/** A community made by the owner, who is its first admin (H4). */
export async function aCommunity(here: Neighbour, name = "Corre Vila"): Promise<string> {
  return (await createCommunity(here.as("owner"), { name })).id;
}

/** A room made by the owner, who is its first admin. */
export async function aGroup(
  here: Neighbour,
  communityId: string,
  given: { name?: string; overflow?: boolean } = {},
): Promise<string> {
  const fields = { name: "Iniciantes", ...given };
  return (await createGroup(here.as("owner"), { communityId, ...fields })).id;
}

/** Many members at once, straight into the table. */
export async function someMembers(tenantId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await asOwner(
    process.env.DATABASE_URL ?? "",
    "INSERT INTO members (tenant_id, id, name) SELECT $1, id, 'Pessoa ' || n FROM unnest($2::uuid[]) WITH ORDINALITY AS x (id, n)",
    [tenantId, ids],
  );
  return ids;
}

/** Sets limits of a tenant below the defaults, so that a test reaches them (L). */
export async function limitTo(here: Neighbour, limits: Record<string, number>): Promise<void> {
  await here.as("owner").db.tenant.updateMany({ data: { limits } });
}
