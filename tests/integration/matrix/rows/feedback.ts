import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, MailRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const answerers = ["owner", "admin", "agent"] as const;

const itemOf = (place: Place, memberId: string, title: string) => {
  const said = { kind: "suggestion", title, communityId: place.communityId } as const;
  return sendFeedback(asMember(place, memberId), said);
};
const item = async (place: Place) => ({
  id: (await place.once("feedback", () => itemOf(place, place.memberId, "Mais treinos"))).id,
});
const twin = async (place: Place) =>
  (await place.once("twin", () => itemOf(place, place.neighbourId, "Treino em dobro"))).id;

/** The stranger says something that staff alone may read. */
export async function strangerSendsFeedback(place: Place): Promise<void> {
  await itemOf(place, place.stranger.id, `Sou ${place.stranger.name}`);
}

export const feedbackApi: Record<string, ApiRow> = {
  "GET /feedback": { allowed: viewers, seeAs: 200, tells: "names" },
  "POST /feedback": {
    body: ({ communityId, memberId }) => ({ kind: "praise", title: "Que corrida!", communityId, memberId }),
    allowed: answerers,
    reach: "granted",
    tells: "names",
  },
  "GET /feedback/{id}": { params: item, allowed: viewers, seeAs: 200, tells: "names" },
  "PATCH /feedback/{id}": {
    params: item,
    body: () => ({ status: "triaged" }),
    allowed: answerers,
    tells: "names",
  },
  "POST /feedback/{id}/votes": {
    params: item,
    body: ({ neighbourId }) => ({ memberId: neighbourId }),
    allowed: answerers,
    tells: "nobody",
  },
  "DELETE /feedback/{id}/votes": {
    params: item,
    query: ({ neighbourId }) => ({ memberId: neighbourId }),
    allowed: answerers,
    tells: "nobody",
  },
  "POST /feedback/{id}/merge": {
    params: item,
    body: async (place) => ({ into: await twin(place) }),
    allowed: answerers,
    tells: "names",
  },
  "GET /feedback/{id}/comments": { params: item, allowed: viewers, seeAs: 200, tells: "names" },
  "POST /feedback/{id}/comments": {
    params: item,
    body: () => ({ body: "Anotado" }),
    allowed: answerers,
    tells: "names",
  },
};

const said = async (place: Place) => ({ feedbackId: (await item(place)).id });

export const feedbackActions: Record<string, ActionRow> = {
  "feedback/answerFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), body: "Vamos ver" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/noteFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), body: "Anotado" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/changeFeedbackStatusAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), status: "planned", seenStatus: "new" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/careForFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), ownerId: "", tags: "treino, domingo" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/sendFeedbackAction": {
    for: "member",
    form: ({ communityId }) => ({ kind: "question", title: "Que horas?", body: "", communityId, score: "9" }),
    tells: "nobody",
  },
  "feedback/replyFeedbackAction": {
    for: "member",
    form: async (place) => ({ ...(await said(place)), body: "Obrigada" }),
    tells: "nobody",
  },
};

export const feedbackPages: Record<string, PageRow> = {
  "/t/[tenant]/feedback": { allowed: viewers, tells: "names" },
  "/t/[tenant]/feedback/[id]": { allowed: viewers, tells: "names" },
};

export const feedbackMails: Record<string, MailRow> = {
  "lib/feedback/commands/tell-author.ts": {
    send: async (place) => commentFeedback(place.owner, { ...(await said(place)), body: "Combinado" }),
    tells: "nobody",
  },
};
