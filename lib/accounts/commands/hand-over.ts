import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { StaffRole } from "@/lib/shared/actor";
import { Refusal } from "@/lib/shared/refusal";
import { lockStaff } from "../staff-sql";

type HeldPerson = { id: string; role: StaffRole; userId: string };

/** Holds the owner and one person of the team, until the end of the transaction. Null: nobody of the team. */
export async function unsafeHoldPerson(tx: TenantContext, staffId: string): Promise<HeldPerson | null> {
  return lockStaff(tx.db, staffId);
}

/**
 * Makes one of two held people the owner in the place of the other, who stays as admin (R2).
 * @throws Refusal `transfer_over`: whoever is no owner any more has nothing to give, whatever they proposed before (R7)
 */
export async function unsafeHandOver(tx: TenantContext, giverId: string, receiverId: string): Promise<void> {
  // First the one, then the other: the index that lets a tenant have one owner is looked at in each statement.
  const gave = await tx.db.staff.updateMany({
    where: { id: giverId, role: "owner" },
    data: { role: "admin" },
  });
  if (gave.count === 0) throw new Refusal("transfer_over");
  await tx.db.staff.updateMany({ where: { id: receiverId }, data: { role: "owner" } });
  await tx.db.staffGrant.deleteMany({ where: { staffId: receiverId } });
}
