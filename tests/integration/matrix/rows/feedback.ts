import { chooseDigest } from "@/lib/feedback/commands/choose-digest";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { mergeFeedback } from "@/lib/feedback/commands/merge-feedback";
import { systemSendDigests } from "@/lib/feedback/commands/send-digests";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { systemTellOutcome } from "@/lib/feedback/commands/tell-outcome";
import { systemTellOverdue } from "@/lib/feedback/commands/tell-overdue";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { contactToken } from "@/lib/feedback/contact-token";
import { listOwners } from "@/lib/feedback/queries/list-owners";
import { createForm } from "@/lib/feedback-forms/commands/create-form";
import { listForms } from "@/lib/feedback-forms/queries/list-forms";
import { systemContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { newId } from "@/lib/shared/ids";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, JobRow, MailRow, OpenRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const everybody = ["owner", "admin", "marketer", "finance", "agent"] as const;
const answerers = ["owner", "admin", "agent"] as const;

const itemOf = (place: Place, memberId: string, title: string) => {
  const said = { kind: "suggestion", title, communityId: place.communityId } as const;
  return sendFeedback(asMember(place, memberId), said);
};
/** The same, written down by staff: also of somebody who has left since. */
const notedOf = (place: Place, memberId: string, title: string, more: { shared?: true } = {}) =>
  sendFeedback(place.owner, {
    kind: "suggestion",
    title,
    communityId: place.communityId,
    memberId,
    ...more,
  });
const item = async (place: Place) => ({
  id: (await place.once("feedback", () => itemOf(place, place.memberId, "Mais treinos"))).id,
});
const twin = async (place: Place) =>
  (await place.once("twin", () => notedOf(place, place.here.ownerMemberId, "Treino em dobro"))).id;

const merged = async (place: Place) => {
  const { id } = await notedOf(place, place.here.ownerMemberId, `Unido ${newId()}`);
  await mergeFeedback(place.owner, { feedbackId: id, into: await twin(place) });
  return { id };
};
/** Done, and its author was told of it. */
const ended = async (place: Place) => ({ id: await endedOf(place, place.here.ownerMemberId) });
async function endedOf(place: Place, memberId: string): Promise<string> {
  const { id } = await notedOf(place, memberId, `Feito ${newId()}`);
  for (const status of ["triaged", "done"] as const)
    await updateFeedback(place.owner, { feedbackId: id, status });
  const system = { ...systemContext(place.here.tenantId, "test"), now: place.owner.now };
  await systemTellOutcome(system, { feedbackId: id, status: "done", round: 1, besides: null });
  return id;
}

const form = (place: Place) =>
  createForm(place.owner, { name: `Balcão ${newId()}`, communityId: place.communityId });
const formToken = async (place: Place) => {
  const { id } = await form(place);
  const url = (await listForms(place.owner)).find((one) => one.id === id)?.url ?? "";
  return url.slice(url.lastIndexOf("/") + 1);
};

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
  "POST /feedback/{id}/undo-merge": { params: merged, allowed: answerers, tells: "names" },
  "GET /feedback/{id}/twins": { params: item, allowed: answerers, seeAs: 403, tells: "nobody" },
  "GET /feedback/{id}/outcomes": { params: item, allowed: viewers, seeAs: 403, tells: "nobody" },
  "POST /feedback/{id}/solved": {
    params: ended,
    body: ({ here }) => ({ memberId: here.ownerMemberId, solved: true }),
    allowed: answerers,
    tells: "nobody",
  },
  "POST /feedback/{id}/announcement": {
    params: ended,
    allowed: ["owner", "admin", "marketer"],
    tells: "nobody",
  },
  "GET /ideas": { query: () => ({ like: "Mais treinos" }), allowed: viewers, seeAs: 200, tells: "nobody" },
  "GET /feedback-scores": { allowed: viewers, seeAs: 403, tells: "nobody" },
  "GET /feedback-digest": { allowed: everybody, seeAs: 200, tells: "nobody" },
  "PATCH /feedback-digest": {
    body: () => ({ frequency: "weekly" }),
    allowed: viewers,
    reach: "everywhere",
    tells: "nobody",
  },
  "GET /feedback-forms": { allowed: answerers, seeAs: 403, tells: "nobody" },
  "POST /feedback-forms": {
    body: ({ communityId }) => ({ name: "Balcão", communityId }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "POST /feedback-forms/{id}/revoke": { params: form, allowed: answerers, tells: "nobody" },
  "DELETE /feedback/{id}/contact": { params: item, allowed: answerers, tells: "nobody" },
  "GET /feedback/{id}/comments": { params: item, allowed: viewers, seeAs: 200, tells: "names" },
  "POST /feedback/{id}/comments": {
    params: item,
    body: () => ({ body: "Anotado" }),
    allowed: answerers,
    tells: "names",
  },
};

const saidMerged = async (place: Place) => ({ feedbackId: (await merged(place)).id });
const saidEnded = async (place: Place) => ({ feedbackId: (await ended(place)).id });
const shared = async (place: Place, memberId: string) => ({
  feedbackId: (await notedOf(place, memberId, `Ideia ${newId()}`, { shared: true })).id,
});
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
  "feedback/mergeFeedbackAction": {
    for: "staff",
    form: async (place) => ({
      feedbackId: (await notedOf(place, place.here.ownerMemberId, `Igual ${newId()}`)).id,
      into: await twin(place),
    }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/undoMergeAction": {
    for: "staff",
    form: saidMerged,
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback/shareFeedbackAction": {
    for: "staff",
    form: async (place) => ({ ...(await shared(place, place.here.ownerMemberId)), shared: "no" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "announcements/draftForAskersAction": {
    for: "staff",
    form: saidEnded,
    allowed: ["owner", "admin", "marketer"],
    reach: "granted",
    tells: "nobody",
  },
  "feedback/chooseDigestAction": {
    for: "staff",
    form: () => ({ frequency: "weekly" }),
    allowed: viewers,
    tells: "nobody",
  },
  "feedback-forms/createFeedbackFormAction": {
    for: "staff",
    form: ({ communityId }) => ({ name: "Balcão", communityId }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback-forms/revokeFeedbackFormAction": {
    for: "staff",
    form: async (place) => ({ formId: (await form(place)).id }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback-forms/forgetContactAction": {
    for: "staff",
    form: said,
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "feedback-forms/sendPublicFeedbackAction": {
    for: "visitor",
    why: "the token in its address is the permission; it reads nothing of people",
  },
  "feedback-forms/forgetContactByLinkAction": {
    for: "visitor",
    why: "whoever holds the signed link left the address",
  },
  "feedback/voteIdeaAction": {
    for: "member",
    form: (place) => shared(place, place.here.ownerMemberId),
    tells: "nobody",
  },
  "feedback/unvoteIdeaAction": {
    for: "member",
    form: (place) => shared(place, place.here.ownerMemberId),
    tells: "nobody",
  },
  "feedback/answerSolvedAction": {
    for: "member",
    form: async (place) => ({ feedbackId: await endedOf(place, place.memberId), solved: "yes", body: "" }),
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

export const feedbackOpen: Record<string, OpenRow> = {
  "/f/[form]": { params: async (place) => ({ form: await formToken(place) }), tells: "nobody" },
  "/f/contact/[token]": {
    params: async (place) => {
      const left = { tenantId: place.here.tenantId, feedbackId: (await item(place)).id };
      return { token: contactToken(left) };
    },
    tells: "nobody",
  },
};

export const feedbackPages: Record<string, PageRow> = {
  "/t/[tenant]/feedback": { allowed: viewers, tells: "names" },
  "/t/[tenant]/feedback/board": { allowed: viewers, tells: "names" },
  "/t/[tenant]/feedback/scores": { allowed: viewers, tells: "nobody" },
  "/t/[tenant]/feedback/forms": { allowed: answerers, tells: "nobody" },
  "/t/[tenant]/feedback/[id]": { allowed: viewers, tells: "names" },
  "GET /m/[tenant]/ideas/similar": {
    query: () => ({ words: "Mais treinos" }),
    allowed: "members",
    tells: "nobody",
  },
};

export const feedbackMails: Record<string, MailRow> = {
  "lib/feedback/commands/tell-author.ts": {
    send: async (place) => commentFeedback(place.owner, { ...(await said(place)), body: "Combinado" }),
    tells: "nobody",
  },
  "lib/feedback/commands/send-digests.ts": { send: digests, tells: "nobody" },
  "lib/feedback/commands/tell-contact.ts": { send: answersContact, tells: "nobody" },
  "lib/feedback/commands/tell-outcome.ts": { send: ended, tells: "nobody" },
  "lib/feedback/commands/tell-overdue.ts": { send: late, tells: "nobody" },
};

async function digests(place: Place): Promise<void> {
  await chooseDigest(place.owner, null);
  await chooseDigest(place.owner, "daily");
  await notedOf(place, place.here.ownerMemberId, `Novo ${newId()}`);
  const system = systemContext(place.here.tenantId, "test");
  await systemSendDigests({ ...system, now: daysAfter(place.owner.now, 1) });
}

async function answersContact(place: Place): Promise<void> {
  const left = { contactEmail: `${newId()}@fora.example`, contactConsent: "x", contactLocale: "pt-BR" };
  const { id } = await notedOf(place, place.here.ownerMemberId, `De fora ${newId()}`);
  await place.owner.db.feedback.updateMany({ where: { id }, data: { ...left, memberId: null } });
  await commentFeedback(place.owner, { feedbackId: id, body: "Combinado" });
}

async function late(place: Place): Promise<void> {
  const { id } = await notedOf(place, place.here.ownerMemberId, `Atrasado ${newId()}`);
  const [owner] = await listOwners(place.owner, place.communityId);
  await place.owner.db.feedback.updateMany({
    where: { id },
    data: { ownerId: owner?.staffId ?? null, dueAt: new Date(place.owner.now.getTime() - 60_000) },
  });
  await systemTellOverdue({ ...systemContext(place.here.tenantId, "test"), now: place.owner.now });
}

export const feedbackJobs: Record<string, JobRow> = {
  "feedback.tell_outcome": {
    payload: async (place) => ({
      feedbackId: await endedOf(place, place.memberId),
      status: "done",
      round: 1,
      besides: null,
    }),
  },
  "feedback.send_digests": { alone: "Looks only at its own tenant's items and team." },
  "feedback.tell_overdue": { alone: "Looks only at its own tenant's items." },
  "feedback_forms.forget_contacts": { alone: "Takes addresses of its own tenant's items alone." },
  "feedback_forms.sweep": { platform: "Starts the other for every tenant." },
  "feedback.watch": { platform: "Starts the other for every tenant." },
};
