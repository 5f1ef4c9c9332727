import type { StaffRole } from "@/lib/shared/actor";
import { daysAfter } from "@/lib/shared/days";
import { newId } from "@/lib/shared/ids";
import { TRANSFER_DAYS } from "@/lib/tenant-life/transfer-rules";
import type { TransferStatus } from "@/lib/tenant-life/types";
import type { Neighbour } from "./world";

/** A transfer of the ownership from the owner, straight into its table; it waits, if nothing else is said. */
export async function aTransfer(
  here: Neighbour,
  to: StaffRole,
  { status = "pending" }: { status?: TransferStatus } = {},
): Promise<string> {
  const { db, now } = here.as("owner");
  const id = newId();
  await db.ownershipTransfer.create({
    data: {
      id,
      fromStaffId: here.staff.owner.staffId,
      toStaffId: here.staff[to].staffId,
      status,
      createdAt: now,
      expiresAt: daysAfter(now, TRANSFER_DAYS),
      closedAt: status === "pending" ? null : now,
    },
  });
  return id;
}
