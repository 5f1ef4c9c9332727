import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Lets one sending by a form go at a time, so that a button pressed twice is seen as one; holds against revoking. */
export async function lockForm(db: Db, formId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM feedback_forms
    WHERE tenant_id = current_tenant() AND id = ${formId}::uuid FOR UPDATE`;
}

/** How much came by each form. */
export function countReceived(db: Db, ids: readonly string[]): Promise<{ formId: string; count: number }[]> {
  return db.$queryRaw`
    SELECT form_id AS "formId", count(*)::int AS count FROM feedback
    WHERE tenant_id = current_tenant() AND form_id = ANY (${[...ids]}::uuid[]) GROUP BY form_id`;
}

/** Takes the addresses left with what ended before a day. @returns how many */
export function forgetOldContacts(db: Db, endedBefore: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE feedback SET contact_name = NULL, contact_email = NULL, contact_locale = NULL, contact_consent = NULL
    WHERE tenant_id = current_tenant() AND (contact_email IS NOT NULL OR contact_name IS NOT NULL)
      AND status IN ('done', 'declined', 'merged') AND updated_at < ${endedBefore}::timestamptz`;
}
