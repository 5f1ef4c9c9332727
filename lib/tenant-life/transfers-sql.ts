import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { TransferStatus } from "./types";

type Held = {
  id: string;
  fromStaffId: string;
  toStaffId: string;
  status: TransferStatus;
  expiresAt: Date;
};

/** Holds a transfer until the end of the transaction, so that of two answers one comes first. After `lockStaff`. */
export async function holdTransfer(db: Db, id: string): Promise<Held | null> {
  const rows = await db.$queryRaw<Held[]>`
    SELECT id, from_staff_id AS "fromStaffId", to_staff_id AS "toStaffId", status, expires_at AS "expiresAt"
    FROM ownership_transfers WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

/** Closes what nobody answered in time, so that there is room for another. */
export async function closeExpired(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE ownership_transfers SET status = 'expired', closed_at = expires_at
    WHERE status = 'pending' AND expires_at <= ${now}::timestamptz`;
}
