import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
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
  const hidden = rows.filter((row) => !isShown(row));
  const former = [...new Set(hidden.flatMap(({ authorId }) => authorId ?? []))];
  const numbers = await numbersInRoom(ctx.db, groupId, former);
  return rows.map((row) => {
    const removedBy = isSeen(row.removedBy) ? row.removedBy : null;
    return viewOf({ ...row, removedBy }, isShown(row), isMember, numbers);
  });
}

function viewOf(
  row: MessageRow,
  isShown: boolean,
  isMember: boolean,
  numbers: ReadonlyMap<string, number>,
): MessageView {
  const { authorIsInRoom: _, createdAt, editedAt, removedAt, ...rest } = row;
  return {
    ...rest,
    ...(isShown ? shownAuthor(row, isMember) : formerMember(row, numbers)),
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

function formerMember({ authorId }: MessageRow, numbers: ReadonlyMap<string, number>) {
  const formerMember = authorId === null ? null : (numbers.get(authorId) ?? null);
  return { authorId: null, authorName: null, formerMember, removedBy: null };
}
