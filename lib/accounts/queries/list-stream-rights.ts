import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import type { StaffActor, StaffRole } from "@/lib/shared/actor";

export type StreamRights = {
  /** Staff of now by user, with the version that their sessions must have. */
  staff: Map<string, { actor: StaffActor; sessionVersion: number }>;
  /** Keys that still are valid, with their scopes and the user they act for. */
  keys: Map<string, { userId: string; scopes: readonly string[] }>;
};

/** What the holders of open event streams of a tenant may be right now (R7): four statements, however many there are. */
export async function listStreamRights(
  tenantId: string,
  holders: { userIds: readonly string[]; keyHashes: readonly string[] },
): Promise<StreamRights> {
  const db = tenantClient(tenantId);
  const apiKeys = await db.apiKey.findMany({
    where: { keyHash: { in: [...holders.keyHashes] }, revokedAt: null },
    select: { keyHash: true, scopes: true, staffId: true },
  });
  const staff = await db.staff.findMany({
    where: {
      OR: [{ userId: { in: [...holders.userIds] } }, { id: { in: apiKeys.map(({ staffId }) => staffId) } }],
    },
    select: { id: true, userId: true, role: true },
  });
  const userIds = staff.map(({ userId }) => userId);
  const [grants, users, members] = await Promise.all([
    db.staffGrant.findMany({
      where: { staffId: { in: staff.map(({ id }) => id) } },
      select: { staffId: true, communityId: true },
    }),
    db.user.findMany({ where: { id: { in: userIds } }, select: { id: true, sessionVersion: true } }),
    db.member.findMany({
      where: { userId: { in: userIds }, suspendedAt: null },
      select: { id: true, userId: true },
    }),
  ]);
  const actorOf = ({ id, userId, role }: (typeof staff)[number]): StaffActor => ({
    kind: "staff",
    staffId: id,
    userId,
    role: role as StaffRole,
    memberId: members.find((member) => member.userId === userId)?.id ?? null,
    grantedCommunityIds: grants.filter(({ staffId }) => staffId === id).map(({ communityId }) => communityId),
  });
  const versionOf = (id: string) => users.find((user) => user.id === id)?.sessionVersion ?? 0;
  return {
    staff: new Map(
      staff.map((row) => [row.userId, { actor: actorOf(row), sessionVersion: versionOf(row.userId) }]),
    ),
    keys: new Map(
      apiKeys.flatMap(({ keyHash, scopes, staffId }) => {
        const userId = staff.find(({ id }) => id === staffId)?.userId;
        return userId ? [[keyHash, { userId, scopes }] as const] : [];
      }),
    ),
  };
}
