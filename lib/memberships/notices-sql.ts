import "server-only";
import type { LonePlace } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";
import { type Locale, localeFrom } from "@/lib/platform/i18n/locales";

/** Forgets places that have others again, and claims those not told of yet. @returns the ids of the places to tell of now */
export async function claimNotices(db: Db, lone: readonly LonePlace[], now: Date): Promise<string[]> {
  const ids = lone.map(({ groupId, communityId }) => groupId ?? communityId);
  await db.$executeRaw`DELETE FROM lone_admin_notices WHERE place_id <> ALL (${ids}::uuid[])`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO lone_admin_notices (community_id, place_id, told_at)
    SELECT n.community_id, n.place_id, ${now}::timestamptz
    FROM unnest(${lone.map(({ communityId }) => communityId)}::uuid[], ${ids}::uuid[]) AS n (community_id, place_id)
    ON CONFLICT DO NOTHING RETURNING place_id AS id`;
  return rows.map(({ id }) => id);
}

export type MailReader = { memberId: string; userId: string | null; address: string; locale: Locale };

/** Where members can be written to about what they administer: their first e-mail address, none when they said no (P16). */
export async function findMailReaders(db: Db, memberIds: readonly string[]): Promise<MailReader[]> {
  const rows = await db.$queryRaw<(Omit<MailReader, "locale"> & { locale: string | null })[]>`
    SELECT DISTINCT ON (m.id) m.id AS "memberId", m.user_id AS "userId", i.value AS address,
      coalesce(m.locale, t.locale) AS locale
    FROM members m JOIN identifiers i ON i.member_id = m.id AND i.kind = 'email' CROSS JOIN tenants t
    WHERE m.id = ANY (${memberIds}::uuid[]) AND NOT EXISTS (
      SELECT FROM consent_current c WHERE c.member_id = m.id AND c.channel = 'email' AND c.purpose = 'service' AND NOT c.granted)
    ORDER BY m.id, i.created_at, i.id`;
  return rows.map((row) => ({ ...row, locale: localeFrom(row.locale ?? "") }));
}
