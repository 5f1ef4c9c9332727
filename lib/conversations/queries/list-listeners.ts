import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import { lastOfRooms, type Seat, seatsOfUsers } from "../listeners-sql";

/** Who of those that hold streams of rooms still sits in them (R7): one statement, however many there are. */
export function systemSeats(
  tenantId: string,
  holders: readonly { userId: string; groupId: string }[],
): Promise<Seat[]> {
  return seatsOfUsers(tenantClient(tenantId), {
    userIds: [...new Set(holders.map(({ userId }) => userId))],
    groupIds: [...new Set(holders.map(({ groupId }) => groupId))],
  });
}

/** The revision of each of these rooms, for those who may have missed being told. */
export async function systemRevisions(
  tenantId: string,
  groupIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await lastOfRooms(tenantClient(tenantId), groupIds);
  return new Map(rows.map(({ groupId, revision }) => [groupId, Number(revision)]));
}
