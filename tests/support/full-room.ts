import type { TenantContext } from "@/lib/platform/context";
import { asOwner } from "./as-owner";
import { cookieOf } from "./room";
import { aCommunity, people } from "./village-rooms";

/** A room full of people who each have a login; set-based, as a test of many needs it. */
export async function aFullRoom(ctx: TenantContext, count: number) {
  const { id: communityId, groups } = await aCommunity(ctx, ["Sala cheia"]);
  const groupId = groups[0] ?? "";
  const memberIds = await people(ctx, communityId, count, () => [groupId]);
  await asOwner(
    process.env.DATABASE_URL ?? "",
    "INSERT INTO users (id, email, name) SELECT id, id || '@cheia.example', '' FROM unnest($1::uuid[]) AS id",
    [memberIds],
  );
  await ctx.db.$executeRaw`
    UPDATE members SET user_id = id WHERE tenant_id = current_tenant() AND id = ANY (${memberIds}::uuid[])`;
  await asOwner(process.env.DATABASE_URL ?? "", "ANALYZE");
  return { communityId, groupId, memberIds, headersOf: cookieOf };
}

/** Talk of a room, straight into the tables, one message a second from an instant on. */
export async function muchTalk(
  ctx: TenantContext,
  {
    groupId,
    memberIds,
    count,
    from,
  }: { groupId: string; memberIds: readonly string[]; count: number; from: Date },
): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO messages (id, group_id, author_id, body, created_at, position, revision)
    SELECT new_id(), ${groupId}::uuid, (${[...memberIds]}::uuid[])[1 + n % ${memberIds.length}::int], 'dito ' || n,
      ${from}::timestamptz + n * interval '1 second', n, n
    FROM generate_series(1, ${count}::int) n`;
  await ctx.db.roomLog.create({ data: { groupId, lastPosition: count, lastRevision: count } });
  // As the database does by itself some time after so many rows.
  await asOwner(process.env.DATABASE_URL ?? "", "ANALYZE");
}
