import "server-only";
import type { Db } from "@/lib/platform/db/clients";

type NewDevice = {
  id: string;
  memberId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  device: string;
  now: Date;
};

/** Keeps a device, or gives it to whoever turned it on now. @returns its id, and whether it was theirs already */
export async function keepDevice(db: Db, given: NewDevice): Promise<{ id: string; wasTheirs: boolean }> {
  const [row] = await db.$queryRaw<{ id: string; wasTheirs: boolean }[]>`
    WITH before AS (SELECT member_id FROM push_subscriptions WHERE endpoint = ${given.endpoint})
    INSERT INTO push_subscriptions AS s (id, member_id, endpoint, p256dh, auth, device, created_at)
    VALUES (${given.id}::uuid, ${given.memberId}::uuid, ${given.endpoint}, ${given.p256dh}, ${given.auth}, ${given.device},
      ${given.now})
    ON CONFLICT (tenant_id, endpoint) DO UPDATE
      SET member_id = excluded.member_id, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device
    RETURNING s.id, coalesce((SELECT member_id = ${given.memberId}::uuid FROM before), false) AS "wasTheirs"`;
  if (!row) throw new Error("a device was neither kept nor there");
  return row;
}

/** Ends all but the newest devices of a person. */
export async function endOldDevices(db: Db, memberId: string, most: number): Promise<void> {
  await db.$executeRaw`
    DELETE FROM push_subscriptions WHERE member_id = ${memberId}::uuid AND id IN (
      SELECT id FROM push_subscriptions WHERE member_id = ${memberId}::uuid ORDER BY created_at DESC, id DESC OFFSET ${most}::int)`;
}
