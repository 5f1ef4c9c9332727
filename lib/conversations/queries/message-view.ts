import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db/clients";
import { type MessageRow, numbersInRoom } from "../messages-sql";
import { countReactions, type ReactionCount } from "../reactions-sql";
import type { MessageView, Quote } from "../types";

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
    rows.flatMap(({ authorId, quotedAuthorId, removedBy }) => [authorId, quotedAuthorId, removedBy]),
  );
  const isShown = ({ authorId, isInRoom }: Person) => isSeen(authorId) && (isInRoom || !isMember);
  const seen = rows.map((row) => ({ ...row, removedBy: isSeen(row.removedBy) ? row.removedBy : null }));
  const viewerId = ctx.actor.kind === "system" ? null : ctx.actor.memberId;
  return await shownAs(ctx.db, groupId, seen, { isShown, isMember, viewerId });
}

/**
 * Rows as each member of their room sees them: who is in the room is shared by all of it (P2), everybody else has left (P13).
 * Made once for all who hold a stream of the room.
 */
export function viewsOfRoom(db: Db, groupId: string, rows: readonly MessageRow[]): Promise<MessageView[]> {
  const isShown = ({ isInRoom }: Person) => isInRoom;
  return shownAs(db, groupId, rows, { isShown, isMember: true, viewerId: null });
}

type Person = { authorId: string; authorName: string | null; isInRoom: boolean; byTeam: boolean };
type Sight = { isShown: (person: Person) => boolean; isMember: boolean; viewerId: string | null };
type Names = Pick<MessageView, "authorId" | "authorName" | "formerMember" | "byTeam">;

async function shownAs(
  db: Db,
  groupId: string,
  rows: readonly MessageRow[],
  { isShown, isMember, viewerId }: Sight,
): Promise<MessageView[]> {
  const people = rows.flatMap((row) => [authorOf(row), quotedOf(row)]).filter((person) => person !== null);
  const former = people.filter((person) => !isShown(person) && !person.byTeam);
  const messageIds = rows.map(({ id }) => id);
  const [numbers, counts] = await Promise.all([
    numbersInRoom(db, groupId, [...new Set(former.map(({ authorId }) => authorId))]),
    rows.length > 0 ? countReactions(db, messageIds, viewerId) : [],
  ]);
  const nameOf = (person: Person | null): Names => {
    if (person === null) return { authorId: null, authorName: null, formerMember: null, byTeam: false };
    const { authorId, authorName, byTeam } = person;
    if (isShown(person)) return { authorId, authorName, formerMember: null, byTeam };
    const formerMember = byTeam ? null : (numbers.get(authorId) ?? null);
    return { authorId: null, authorName: null, formerMember, byTeam };
  };
  return rows.map((row) => {
    const author = nameOf(authorOf(row));
    const quote = quoteOf(row, nameOf);
    return viewOf(row, {
      author,
      quote,
      isMember,
      counts: counts.filter((each) => each.messageId === row.id),
    });
  });
}

function authorOf({ authorId, authorName, authorIsInRoom, byTeam }: MessageRow): Person | null {
  return authorId === null ? null : { authorId, authorName, isInRoom: authorIsInRoom, byTeam };
}

function quotedOf(row: MessageRow): Person | null {
  if (row.quotedAuthorId === null) return null;
  const { quotedAuthorId, quotedName, quotedIsInRoom, quotedByTeam } = row;
  return {
    authorId: quotedAuthorId,
    authorName: quotedName,
    isInRoom: quotedIsInRoom,
    byTeam: quotedByTeam,
  };
}

function quoteOf(row: MessageRow, nameOf: (person: Person | null) => Names): Quote | null {
  if (row.quotedId === null) return null;
  return {
    id: row.quotedId,
    ...nameOf(quotedOf(row)),
    body: row.quotedRemoved ? "" : row.quotedBody,
    isRemoved: row.quotedRemoved,
  };
}

type Parts = { author: Names; quote: Quote | null; isMember: boolean; counts: readonly ReactionCount[] };

function viewOf(row: MessageRow, { author, quote, isMember, counts }: Parts): MessageView {
  const { id, groupId, body, kind, mediaName, replyTo, key, removedBy } = row;
  // Which admin removed a message is for staff; a member learns that it was one by this not being the author.
  const isShown = author.authorId !== null || row.authorId === null;
  const isNamed = isShown && (!isMember || removedBy === author.authorId);
  return {
    ...{ id, groupId, ...author, body, kind, mediaName, replyTo, quote, key },
    reactions: counts.map(({ emoji, count }) => ({ emoji, count })),
    ownReaction: counts.find(({ isOwn }) => isOwn)?.emoji ?? null,
    position: row.position === null ? null : Number(row.position),
    revision: Number(row.revision),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    removedBy: isNamed ? removedBy : null,
  };
}
