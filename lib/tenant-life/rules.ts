const DAY_MS = 86_400_000;

/** For how long a deletion can be undone (T5). */
export const GRACE_DAYS = 30;

/** For how many years the law wants an invoice kept (T5). */
const RETENTION_YEARS = 5;

/** When a tenant whose deletion is asked for now is gone. */
export function deletionDue(now: Date): Date {
  return new Date(now.getTime() + GRACE_DAYS * DAY_MS);
}

/** Until when an invoice is kept after its tenant is gone. */
export function retainedUntil(issuedAt: Date): Date {
  const until = new Date(issuedAt);
  until.setUTCFullYear(until.getUTCFullYear() + RETENTION_YEARS);
  return until;
}
