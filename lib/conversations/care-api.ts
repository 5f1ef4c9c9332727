import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { decideReports } from "./commands/decide-reports";
import { refuseWords } from "./commands/refuse-words";
import { reportMessage } from "./commands/report-message";
import { revealPhone } from "./commands/reveal-phone";
import { setSlowMode } from "./commands/set-slow-mode";
import { endSilence, silenceMember } from "./commands/silence-member";
import { findRoomStanding } from "./queries/find-room-standing";
import { getRoomRules, listReports, listSilences } from "./queries/get-room-care";
import { messageExists } from "./queries/list-messages";
import {
  decisionFields,
  refusedWordsFields,
  reportAnswer,
  reportFields,
  silenceAnswer,
  silenceFields,
  slowModeFields,
} from "./schema";

const params = z.object({ id: z.uuid() });
const silences = z.object({ data: z.array(silenceAnswer) });

export const reportMessageRoute = defineRoute({
  method: "POST",
  path: "/messages/{id}/reports",
  scope: "conversations:write",
  summary: "Ask those who look after the room to look at a message",
  params,
  body: reportFields,
  response: null,
  status: 204,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id }, body }) => reportMessage(ctx, { id, ...body }),
});

export const decideReportsRoute = defineRoute({
  method: "POST",
  path: "/messages/{id}/reports/decide",
  scope: "conversations:write",
  summary: "Remove a reported message, or let it stand",
  params,
  body: decisionFields,
  response: null,
  status: 204,
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id }, body }) => decideReports(ctx, { id, ...body }),
});

export const listReportsRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/reports",
  scope: "conversations:read",
  summary: "The messages of a group that are reported and wait for a decision",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(reportAnswer), nextCursor: z.string().nullable() }),
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id }, query }) => listReports(ctx, { groupId: id, ...query }),
});

export const listSilencesRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/silences",
  scope: "conversations:read",
  summary: "Who may not write in a group for now",
  params,
  response: silences,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: async (ctx, { params: { id } }) => ({ data: await listSilences(ctx, id) }),
});

export const silenceMemberRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/silences",
  scope: "conversations:write",
  summary: "Keep a member of a group from writing there for some minutes",
  params,
  body: silenceFields,
  response: silences,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: async (ctx, { params: { id }, body }) => {
    await silenceMember(ctx, { groupId: id, ...body });
    return { data: await listSilences(ctx, id) };
  },
});

export const endSilenceRoute = defineRoute({
  method: "DELETE",
  path: "/groups/{id}/silences/{memberId}",
  scope: "conversations:write",
  summary: "Let a member of a group write there again",
  params: z.object({ id: z.uuid(), memberId: z.uuid() }),
  response: null,
  status: 204,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id, memberId } }) => endSilence(ctx, { groupId: id, memberId }),
});

export const setSlowModeRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/slow-mode",
  scope: "conversations:write",
  summary: "How many seconds each waits between two messages of a group; 0 for none",
  params,
  body: slowModeFields,
  response: null,
  status: 204,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id }, body }) => setSlowMode(ctx, { groupId: id, ...body }),
});

export const getRoomRulesRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/room-rules",
  scope: "conversations:read",
  summary: "How long each waits between two messages of a group, and the words it takes no message with",
  params,
  response: z.object({ slowSeconds: z.int(), refusedWords: z.array(z.string()) }).meta({ id: "RoomRules" }),
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id } }) => getRoomRules(ctx, id),
});

export const refuseWordsRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/refused-words",
  scope: "conversations:write",
  summary: "The words with which a group takes no message, in place of those of before",
  params,
  body: refusedWordsFields,
  response: null,
  status: 204,
  exists: async (ctx, { id }) => void (await findRoomStanding(ctx, id)),
  run: (ctx, { params: { id }, body }) => refuseWords(ctx, { groupId: id, ...body }),
});

export const revealPhoneRoute = defineRoute({
  method: "POST",
  path: "/messages/{id}/reveal-phone",
  scope: "conversations:write",
  summary: "The whole phone numbers of who wrote a message; each asking is in the audit log",
  params,
  response: z.object({ phones: z.array(z.string()) }),
  exists: (ctx, { id }) => messageExists(ctx, id),
  run: (ctx, { params: { id } }) => revealPhone(ctx, { id }),
});
