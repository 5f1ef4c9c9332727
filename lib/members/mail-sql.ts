import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type MailReader = { address: string; locale: string | null; slug: string; tenantName: string };

/**
 * Where news about their own membership reach a person by e-mail; null without an address, when suspended, or when they
 * said no to it (P16).
 */
export async function mailReader(db: Db, memberId: string): Promise<MailReader | null> {
  const rows = await db.$queryRaw<MailReader[]>`
    SELECT i.value AS address, coalesce(m.locale, t.locale) AS locale, t.slug, t.name AS "tenantName"
    FROM members m
    JOIN identifiers i ON i.tenant_id = m.tenant_id AND i.member_id = m.id AND i.kind = 'email'
    CROSS JOIN tenants t
    WHERE m.tenant_id = current_tenant() AND m.id = ${memberId}::uuid AND m.suspended_at IS NULL
      AND NOT EXISTS (SELECT FROM consent_current c WHERE c.tenant_id = m.tenant_id AND c.member_id = m.id
        AND c.channel = 'email' AND c.purpose = 'service' AND NOT c.granted)
    ORDER BY i.created_at, i.id LIMIT 1`;
  return rows[0] ?? null;
}
