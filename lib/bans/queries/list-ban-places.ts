import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Ban } from "../types";

/** The names of the places of bans that the actor has been given, by id of the room or community. */
export async function listBanPlaces(
  ctx: TenantContext,
  bans: readonly Ban[],
): Promise<ReadonlyMap<string, string>> {
  const select = { id: true, name: true } as const;
  const [groups, communities] = await Promise.all([
    ctx.db.group.findMany({ where: { id: { in: bans.flatMap(({ groupId }) => groupId ?? []) } }, select }),
    ctx.db.community.findMany({
      where: { id: { in: bans.flatMap(({ communityId }) => communityId ?? []) } },
      select,
    }),
  ]);
  return new Map([...groups, ...communities].map(({ id, name }) => [id, name]));
}
