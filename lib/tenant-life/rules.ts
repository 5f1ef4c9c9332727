import { daysAfter } from "@/lib/shared/days";

/** For how long a deletion can be undone (T5). */
export const GRACE_DAYS = 30;

/** For how many years the law wants an invoice kept (T5). */
export const RETENTION_YEARS = 5;

/** When a tenant whose deletion is asked for now is gone. */
export function deletionDue(now: Date): Date {
  return daysAfter(now, GRACE_DAYS);
}

/** Until when an invoice is kept after its tenant is gone. */
export function retainedUntil(issuedAt: Date): Date {
  const until = new Date(issuedAt);
  until.setUTCFullYear(until.getUTCFullYear() + RETENTION_YEARS);
  return until;
}
