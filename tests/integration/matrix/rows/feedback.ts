import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";

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
  "GET /feedback": { allowed: viewers, seeAs: 200 },
  "POST /feedback": {
    body: ({ communityId, memberId }) => ({ kind: "praise", title: "Que corrida!", communityId, memberId }),
    allowed: answerers,
    reach: "granted",
  },
  "GET /feedback/{id}": { params: item, allowed: viewers, seeAs: 200 },
  "PATCH /feedback/{id}": { params: item, body: () => ({ status: "triaged" }), allowed: answerers },
  "POST /feedback/{id}/votes": {
    params: item,
    body: ({ neighbourId }) => ({ memberId: neighbourId }),
    allowed: answerers,
  },
  "DELETE /feedback/{id}/votes": {
    params: item,
    query: ({ neighbourId }) => ({ memberId: neighbourId }),
    allowed: answerers,
  },
  "POST /feedback/{id}/merge": {
    params: item,
    body: async (place) => ({ into: await twin(place) }),
    allowed: answerers,
  },
  "GET /feedback/{id}/comments": { params: item, allowed: viewers, seeAs: 200 },
  "POST /feedback/{id}/comments": { params: item, body: () => ({ body: "Anotado" }), allowed: answerers },
};

const said = async (place: Place) => ({ feedbackId: (await item(place)).id });

export const feedbackActions: Record<string, ActionRow> = {
  "feedback/answerFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), body: "Vamos ver" }),
    allowed: answerers,
    reach: "granted",
  },
  "feedback/noteFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), body: "Anotado" }),
    allowed: answerers,
    reach: "granted",
  },
  "feedback/changeFeedbackStatusAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), status: "planned", seenStatus: "new" }),
    allowed: answerers,
    reach: "granted",
  },
  "feedback/careForFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await said(place)), ownerId: "", tags: "treino, domingo" }),
    allowed: answerers,
    reach: "granted",
  },
  "feedback/sendFeedbackAction": {
    for: "member",
    form: ({ communityId }) => ({ kind: "question", title: "Que horas?", body: "", communityId, score: "9" }),
  },
  "feedback/replyFeedbackAction": {
    for: "member",
    form: async (place) => ({ ...(await said(place)), body: "Obrigada" }),
  },
};

export const feedbackPages: Record<string, PageRow> = {
  "/t/[tenant]/feedback": { allowed: viewers },
  "/t/[tenant]/feedback/[id]": { allowed: viewers },
};
