import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type ReaderRow = {
  address: string;
  locale: string;
  slug: string;
  tenantName: string;
  isSuspended: boolean;
};

/** A member's first e-mail address; null without one, or when they said no to mails about what concerns them (P16). */
export async function selectReader(db: Db, memberId: string): Promise<ReaderRow | null> {
  const rows = await db.$queryRaw<ReaderRow[]>`
    SELECT i.value AS address, coalesce(m.locale, t.locale) AS locale, t.slug, t.name AS "tenantName",
      m.suspended_at IS NOT NULL AS "isSuspended"
    FROM members m
    JOIN identifiers i ON i.tenant_id = m.tenant_id AND i.member_id = m.id AND i.kind = 'email'
    CROSS JOIN tenants t
    WHERE m.tenant_id = current_tenant() AND m.id = ${memberId}::uuid
      AND NOT EXISTS (SELECT FROM consent_current c WHERE c.tenant_id = m.tenant_id AND c.member_id = m.id
        AND c.channel = 'email' AND c.purpose = 'service' AND NOT c.granted)
    ORDER BY i.created_at, i.id LIMIT 1`;
  return rows[0] ?? null;
}
