import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { editMessage } from "./commands/edit-message";
import { pinMessage } from "./commands/pin-message";
import { postMessage } from "./commands/post-message";
import { reactToMessage } from "./commands/react";
import { removeMessage } from "./commands/remove-message";
import { findMessage } from "./queries/find-message";
import { findRoomStanding } from "./queries/find-room-standing";
import { listChanges } from "./queries/list-changes";
import {
  getMessage,
  listAround,
  listMessages,
  listNewer,
  messageExists,
  searchMessages,
} from "./queries/list-messages";
import { listReactions } from "./queries/list-reactions";
import {
  changesAnswer,
  changesQuery,
  editMessageFields,
  messageAnswer,
  postMessageFields,
  reactionAnswer,
  reactionFields,
  roomPageQuery,
} from "./schema";

const params = z.object({ id: z.uuid() });

export const listMessagesRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/messages",
  scope: "conversations:read",
  summary: "The messages of a group, newest first",
  params,
  query: pageQuery.extend({
    q: z.string().max(200).optional().meta({ description: "Only those that hold all these words" }),
    direction: roomPageQuery.shape.direction.meta({
      description: "`newer` goes on from a cursor towards the end of the room, oldest first",
    }),
  }),
  response: z.object({ data: z.array(messageAnswer), nextCursor: z.string().nullable() }),
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id }, query: { q, direction, cursor, limit } }) => {
    if (q !== undefined) return searchMessages(ctx, { groupId: id, q, limit, cursor });
    if (direction === "newer" && cursor !== undefined) return listNewer(ctx, { groupId: id, limit, cursor });
    return listMessages(ctx, { groupId: id, limit, cursor });
  },
});

export const listAroundRoute = defineRoute({
  method: "GET",
  path: "/messages/{id}/around",
  scope: "conversations:read",
  summary:
    "A part of a room's history with one of its messages in the middle, oldest first; the older ones go on by the list's cursor",
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    messages: z.array(messageAnswer),
    olderCursor: z.string().nullable().meta({ description: "For GET /groups/{id}/messages" }),
    newerCursor: z.string().nullable().meta({ description: "The same with `direction=newer`" }),
  }),
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: async (ctx, { params: { id }, query: { limit } }) => {
    const { groupId } = await findMessage(ctx, id);
    return await listAround(ctx, { groupId, at: id, limit });
  },
});

export const listChangesRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/changes",
  scope: "conversations:read",
  summary: "What was posted, edited or removed since a revision, each message once as it is now",
  params,
  query: changesQuery,
  response: changesAnswer,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id }, query }) => listChanges(ctx, { groupId: id, ...query }),
});

export const postMessageRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/messages",
  scope: "conversations:write",
  summary: "Post in a group, as the key's user or for a member of it",
  params,
  body: postMessageFields,
  response: messageAnswer,
  status: 201,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: async (ctx, { params, body }) => {
    const { id } = await postMessage(ctx, { groupId: params.id, ...body });
    return getMessage(ctx, id);
  },
});

export const listReactionsRoute = defineRoute({
  method: "GET",
  path: "/messages/{id}/reactions",
  scope: "conversations:read",
  summary: "Who reacted to a message and how, newest first",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(reactionAnswer), nextCursor: z.string().nullable() }),
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id }, query }) => listReactions(ctx, { id, ...query }),
});

export const reactRoute = defineRoute({
  method: "POST",
  path: "/messages/{id}/reactions",
  scope: "conversations:write",
  summary: "React to a message as the key's user; the sign takes the place of the one before",
  params,
  body: reactionFields,
  response: messageAnswer,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: async (ctx, { params: { id }, body }) => {
    await reactToMessage(ctx, { id, ...body });
    return getMessage(ctx, id);
  },
});

export const takeReactionRoute = defineRoute({
  method: "DELETE",
  path: "/messages/{id}/reactions",
  scope: "conversations:write",
  summary: "Take one's reaction to a message back",
  params,
  response: null,
  status: 204,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id } }) => reactToMessage(ctx, { id, emoji: null }),
});

export const pinMessageRoute = defineRoute({
  method: "POST",
  path: "/messages/{id}/pin",
  scope: "conversations:write",
  summary: "Put a message at the top of its room",
  params,
  response: messageAnswer,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: async (ctx, { params: { id } }) => {
    await pinMessage(ctx, { id, pinned: true });
    return getMessage(ctx, id);
  },
});

export const unpinMessageRoute = defineRoute({
  method: "DELETE",
  path: "/messages/{id}/pin",
  scope: "conversations:write",
  summary: "Take a message from the top of its room",
  params,
  response: null,
  status: 204,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id } }) => pinMessage(ctx, { id, pinned: false }),
});

export const editMessageRoute = defineRoute({
  method: "PATCH",
  path: "/messages/{id}",
  scope: "conversations:write",
  summary: "Change a message within 15 minutes",
  params,
  body: editMessageFields,
  response: messageAnswer,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: async (ctx, { params: { id }, body }) => {
    await editMessage(ctx, { id, ...body });
    return getMessage(ctx, id);
  },
});

export const removeMessageRoute = defineRoute({
  method: "DELETE",
  path: "/messages/{id}",
  scope: "conversations:write",
  summary: "Remove a message for everybody",
  params,
  response: null,
  status: 204,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id } }) => removeMessage(ctx, { id }),
});
