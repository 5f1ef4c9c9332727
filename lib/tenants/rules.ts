export type ReadOnlyReason = "deletion" | "unpaid";

/** Why nothing of a tenant may be changed at an instant: it is about to be deleted (T5), or a payment is overdue (B6). */
export function readOnlyReason(
  tenant: { deletionDueAt: Date | null; readOnlyFrom: Date | null },
  now: Date,
): ReadOnlyReason | null {
  if (tenant.deletionDueAt !== null) return "deletion";
  return tenant.readOnlyFrom !== null && tenant.readOnlyFrom <= now ? "unpaid" : null;
}
