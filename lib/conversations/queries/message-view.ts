import "server-only";
import type { LinkView } from "@/lib/links/types";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db/clients";
import { type MentionRow, mentionsOf } from "../mentions-sql";
import { type MessageRow, numbersInRoom } from "../messages-sql";
import { countReactions, type ReactionCount } from "../reactions-sql";
import { withNames } from "../rules";
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
  const mentions = await calledIn(ctx.db, rows);
  const isSeen = await whoIsSeen(ctx, [
    ...rows.flatMap(({ authorId, quotedAuthorId, removedBy }) => [authorId, quotedAuthorId, removedBy]),
    ...mentions.map(({ memberId }) => memberId),
  ]);
  const isShown = ({ authorId, isInRoom }: Person) => isSeen(authorId) && (isInRoom || !isMember);
  const seen = rows.map((row) => ({ ...row, removedBy: isSeen(row.removedBy) ? row.removedBy : null }));
  const viewerId = ctx.actor.kind === "system" ? null : ctx.actor.memberId;
  return await shownAs(ctx.db, groupId, seen, { isShown, isMember, viewerId, mentions });
}

/**
 * Rows as each member of their room sees them: who is in the room is shared by all of it (P2), everybody else has left (P13).
 * Made once for all who hold a stream of the room.
 */
export async function viewsOfRoom(
  db: Db,
  groupId: string,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const mentions = await calledIn(db, rows);
  const isShown = ({ isInRoom }: Person) => isInRoom;
  return await shownAs(db, groupId, rows, { isShown, isMember: true, viewerId: null, mentions });
}

/** Whom these messages, and those that they answer, call. */
async function calledIn(db: Db, rows: readonly MessageRow[]): Promise<MentionRow[]> {
  const ids = rows.flatMap(({ id, body, quotedId, quotedBody }) => [
    ...(body.includes("<@") ? [id] : []),
    ...(quotedId && quotedBody.includes("<@") ? [quotedId] : []),
  ]);
  return ids.length > 0 ? await mentionsOf(db, ids) : [];
}

type Person = { authorId: string; authorName: string | null; isInRoom: boolean; byTeam: boolean };
type Sight = {
  isShown: (person: Person) => boolean;
  isMember: boolean;
  viewerId: string | null;
  mentions: readonly MentionRow[];
};
type Names = Pick<MessageView, "authorId" | "authorName" | "formerMember" | "byTeam">;

async function shownAs(
  db: Db,
  groupId: string,
  rows: readonly MessageRow[],
  { isShown, isMember, viewerId, mentions }: Sight,
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
  const called = mentions.filter(({ memberId, name, isInRoom }) =>
    isShown({ authorId: memberId, authorName: name, isInRoom, byTeam: false }),
  );
  return rows.map((row) =>
    viewOf(row, {
      author: nameOf(authorOf(row)),
      quote: quoteOf(row, nameOf, called),
      called,
      isMember,
      counts: counts.filter(({ messageId }) => messageId === row.id),
    }),
  );
}

function authorOf({ authorId, authorName, authorIsInRoom, byTeam }: MessageRow): Person | null {
  return authorId === null ? null : { authorId, authorName, isInRoom: authorIsInRoom, byTeam };
}

function quotedOf({ quotedAuthorId, quotedName, quotedIsInRoom, quotedByTeam }: MessageRow): Person | null {
  if (quotedAuthorId === null) return null;
  return {
    authorId: quotedAuthorId,
    authorName: quotedName,
    isInRoom: quotedIsInRoom,
    byTeam: quotedByTeam,
  };
}

function quoteOf(
  row: MessageRow,
  nameOf: (person: Person | null) => Names,
  called: readonly MentionRow[],
): Quote | null {
  const { quotedId: id, quotedRemoved: isRemoved, quotedHasMedia, quotedBody } = row;
  if (id === null) return null;
  const body = isRemoved ? "" : wordsOf(quotedBody, id, called);
  return { id, ...nameOf(quotedOf(row)), body, isRemoved, hasMedia: quotedHasMedia && !isRemoved };
}

/** A body with the names of those it calls whom the viewer sees here. */
function wordsOf(body: string, messageId: string, called: readonly MentionRow[]): string {
  const nameAt = (place: number) =>
    called.find((each) => each.messageId === messageId && each.place === place)?.name ?? null;
  return withNames(body, nameAt);
}

function linkOf({
  linkUrl: url,
  linkTitle: title,
  linkDescription: description,
}: MessageRow): LinkView | null {
  return url === null ? null : { url, title: title ?? "", description: description ?? "" };
}

type Parts = {
  author: Names;
  quote: Quote | null;
  called: readonly MentionRow[];
  isMember: boolean;
  counts: readonly ReactionCount[];
};

function viewOf(row: MessageRow, { author, quote, called, isMember, counts }: Parts): MessageView {
  const { id, groupId, kind, mediaName, media, replyTo, key, removedBy } = row;
  const isShown = author.authorId !== null || row.authorId === null;
  // Which admin removed a message is for staff; a member learns that it was one by this not being the author.
  const isNamed = isShown && (!isMember || removedBy === author.authorId);
  const mentions = called.filter(({ messageId }) => messageId === id);
  return {
    ...{
      id,
      groupId,
      ...author,
      kind,
      mediaName,
      media: media ?? [],
      link: linkOf(row),
      replyTo,
      quote,
      key,
    },
    body: wordsOf(row.body, id, called),
    mentions: mentions.map(({ memberId, name }) => ({ memberId, name: name ?? "" })),
    reactions: counts.map(({ emoji, count }) => ({ emoji, count })),
    ownReaction: counts.find(({ isOwn }) => isOwn)?.emoji ?? null,
    position: row.position === null ? null : Number(row.position),
    revision: Number(row.revision),
    pinnedAt: row.pinnedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    removedBy: isNamed ? removedBy : null,
  };
}
