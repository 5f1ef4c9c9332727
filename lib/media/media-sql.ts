import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Media, MediaOwner } from "./types";

export type UploadedMedia = Media & { staffId: string | null; memberId: string | null; isUsed: boolean };

/** Uploads by their ids. With `isHeld` they stay until the transaction ends, as what is going to show them needs. */
export function selectMedia(
  db: Db,
  ids: readonly string[],
  { isHeld }: { isHeld: boolean },
): Promise<UploadedMedia[]> {
  return db.$queryRaw<UploadedMedia[]>`
    SELECT m.id, m.kind, f.content_type AS "contentType", f.byte_size::int AS "byteSize", m.width, m.height, f.name,
      m.staff_id AS "staffId", m.member_id AS "memberId",
      EXISTS (SELECT FROM media_uses u WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id) AS "isUsed"
    FROM media m JOIN files f ON f.tenant_id = m.tenant_id AND f.id = m.id
    WHERE m.tenant_id = current_tenant() AND m.id = ANY(${[...ids]}::uuid[])
    ${isHeld ? Prisma.sql`FOR KEY SHARE OF m` : Prisma.empty}`;
}

/** Makes these what an owner shows, and nothing else. */
export async function setUses(db: Db, { kind, id }: MediaOwner, mediaIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    DELETE FROM media_uses WHERE tenant_id = current_tenant() AND owner_kind = ${kind} AND owner_id = ${id}::uuid
      AND media_id <> ALL(${[...mediaIds]}::uuid[])`;
  await addUses(db, { kind, id }, mediaIds);
}

/** Adds to what an owner shows. */
export async function addUses(db: Db, { kind, id }: MediaOwner, mediaIds: readonly string[]): Promise<void> {
  if (mediaIds.length === 0) return;
  await db.$executeRaw`
    INSERT INTO media_uses (media_id, owner_kind, owner_id)
    SELECT unnest(${[...mediaIds]}::uuid[]), ${kind}, ${id}::uuid ON CONFLICT DO NOTHING`;
}

/** Takes all that an owner shows from it. @returns the media */
export async function takeUses(db: Db, { kind, id }: MediaOwner): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM media_uses WHERE tenant_id = current_tenant() AND owner_kind = ${kind} AND owner_id = ${id}::uuid
    RETURNING media_id AS id`;
  return rows.map((row) => row.id);
}

/** Deletes those of these media that nothing shows; what somebody is about to show is left to the sweep. @returns their ids */
export async function deleteIfUnused(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM files f WHERE f.tenant_id = current_tenant() AND f.purpose = 'media' AND f.id IN (
      SELECT m.id FROM media m WHERE m.tenant_id = current_tenant() AND m.id = ANY(${[...ids]}::uuid[])
        AND NOT EXISTS (SELECT FROM media_uses u WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id)
      FOR UPDATE SKIP LOCKED)
    RETURNING f.id`;
  return rows.map(({ id }) => id);
}

/** What shows a medium. */
export function selectOwners(db: Db, mediaId: string): Promise<MediaOwner[]> {
  return db.$queryRaw<MediaOwner[]>`
    SELECT owner_kind AS kind, owner_id AS id FROM media_uses
    WHERE tenant_id = current_tenant() AND media_id = ${mediaId}::uuid`;
}

/** Deletes uploads of before an instant that nothing shows, so many at most. @returns their ids */
export async function deleteUnused(db: Db, before: Date, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM files f WHERE f.tenant_id = current_tenant() AND f.purpose = 'media' AND f.id IN (
      SELECT m.id FROM media m WHERE m.tenant_id = current_tenant() AND m.created_at < ${before}::timestamptz
        AND NOT EXISTS (SELECT FROM media_uses u WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id)
      ORDER BY m.created_at LIMIT ${most}::int FOR UPDATE SKIP LOCKED)
    RETURNING f.id`;
  return rows.map(({ id }) => id);
}

/** The tenants that have such uploads, through a door of the database. */
export async function tenantsWithUnused(db: Db, before: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT tenants_with_unused_media(${before}::timestamptz) AS id`;
  return rows.map(({ id }) => id);
}
