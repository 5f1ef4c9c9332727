import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db/clients";
import { type MessageRow, numbersInRoom } from "../messages-sql";
import type { MessageView } from "../types";

/**
 * Rows as this viewer may see them. To a member, who is not in the room is a former member with a number (P2, P13); to
 * staff of granted communities, who is in none of them any more (P8).
 */
export async function viewsOf(
  ctx: TenantContext,
  groupId: string,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const isMember = ctx.actor.kind === "member";
  const isSeen = await whoIsSeen(
    ctx,
    rows.flatMap(({ authorId, removedBy }) => [authorId, removedBy]),
  );
  const isShown = ({ authorId, authorIsInRoom }: MessageRow) =>
    authorId === null || (isSeen(authorId) && (authorIsInRoom || !isMember));
  const seen = rows.map((row) => ({ ...row, removedBy: isSeen(row.removedBy) ? row.removedBy : null }));
  return await shownAs(ctx.db, groupId, seen, { isShown, isMember });
}

/**
 * Rows as each member of their room sees them: who is in the room is shared by all of it (P2), everybody else has left (P13).
 * Made once for all who hold a stream of the room.
 */
export function viewsOfRoom(db: Db, groupId: string, rows: readonly MessageRow[]): Promise<MessageView[]> {
  const isShown = ({ authorId, authorIsInRoom }: MessageRow) => authorId === null || authorIsInRoom;
  return shownAs(db, groupId, rows, { isShown, isMember: true });
}

type Sight = { isShown: (row: MessageRow) => boolean; isMember: boolean };

async function shownAs(
  db: Db,
  groupId: string,
  rows: readonly MessageRow[],
  { isShown, isMember }: Sight,
): Promise<MessageView[]> {
  const former = rows.filter((row) => !isShown(row)).flatMap(({ authorId }) => authorId ?? []);
  const numbers = await numbersInRoom(db, groupId, [...new Set(former)]);
  return rows.map((row) => viewOf(row, isShown(row), isMember, numbers));
}

function viewOf(
  row: MessageRow,
  isShown: boolean,
  isMember: boolean,
  numbers: ReadonlyMap<string, number>,
): MessageView {
  const { authorIsInRoom: _, position, revision, createdAt, editedAt, removedAt, ...rest } = row;
  return {
    ...rest,
    ...(isShown ? shownAuthor(row, isMember) : formerMember(row, numbers)),
    position: position === null ? null : Number(position),
    revision: Number(revision),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
  };
}

/** Which admin removed a message is for staff; a member learns that it was one by this not being the author. */
function shownAuthor({ authorId, authorName, removedBy }: MessageRow, isMember: boolean) {
  const isNamed = !isMember || removedBy === authorId;
  return { authorId, authorName, formerMember: null, removedBy: isNamed ? removedBy : null };
}

function formerMember({ authorId, byTeam }: MessageRow, numbers: ReadonlyMap<string, number>) {
  const formerMember = authorId === null || byTeam ? null : (numbers.get(authorId) ?? null);
  return { authorId: null, authorName: null, formerMember, removedBy: null };
}
