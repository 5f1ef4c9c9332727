import { answerConversation } from "@/lib/inbox/commands/answer";
import { addLabel, addSavedReply } from "@/lib/inbox/commands/keep-words";
import { writeToHouse } from "@/lib/inbox/commands/write-to-house";
import { newId } from "@/lib/shared/ids";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, JobRow, MailRow, PageRow } from "../row-types";

const answerers = ["owner", "admin", "agent"] as const;
const managers = ["owner", "admin"] as const;

const wrote = (place: Place, memberId = place.memberId) =>
  writeToHouse(asMember(place, memberId), { body: "Que horas abre?", key: newId() });
const id = async (place: Place) => (await place.once("inbox", () => wrote(place))).conversationId;
const conversation = async (place: Place) => ({ id: await id(place) });
const labelOf = async (place: Place) =>
  (await place.once("label", () => addLabel(place.owner, { name: `Entrega ${newId().slice(-6)}` }))).id;
const label = async (place: Place) => ({ id: await labelOf(place) });
const reply = async (place: Place) => ({
  id: (
    await place.once("reply", () =>
      addSavedReply(place.owner, { shortcut: `horas-${newId().slice(-6)}`, body: "Às nove" }),
    )
  ).id,
});

/** An answer that could not be sent for sure. */
async function failed(place: Place) {
  const conversationId = await id(place);
  const { id: messageId } = await place.once("failed", () =>
    answerConversation(place.owner, { conversationId, body: "Às nove", note: false, close: false }),
  );
  await place.owner.db.inboxConversation.updateMany({
    where: { id: conversationId },
    data: { channel: "whatsapp" },
  });
  await place.owner.db.inboxMessage.updateMany({ where: { id: messageId }, data: { state: "failed" } });
  const window = { memberId: place.memberId, wroteAt: new Date() };
  await place.owner.db.whatsappWindow.createMany({ data: [window], skipDuplicates: true });
  return { id: conversationId, messageId };
}

export const inboxApi: Record<string, ApiRow> = {
  "GET /conversations": { allowed: answerers, seeAs: 403, tells: "names" },
  "POST /conversations": {
    body: ({ neighbourId }) => ({ memberId: neighbourId, body: "Tudo bem?" }),
    allowed: answerers,
    reach: "granted",
    tells: "names",
  },
  "POST /conversations/bulk": {
    body: async (place) => ({ ids: [await id(place)], status: "closed" }),
    allowed: answerers,
    tells: "nobody",
  },
  "GET /conversations/{id}": { params: conversation, allowed: answerers, seeAs: 403, tells: "names" },
  "PATCH /conversations/{id}": {
    params: conversation,
    body: () => ({ status: "closed" }),
    allowed: answerers,
    tells: "names",
  },
  "GET /conversations/{id}/messages": {
    params: conversation,
    allowed: answerers,
    seeAs: 403,
    tells: "nobody",
  },
  "POST /conversations/{id}/messages": {
    params: conversation,
    body: () => ({ body: "Às nove" }),
    allowed: answerers,
    tells: "nobody",
  },
  "POST /conversations/{id}/messages/{messageId}/send-again": {
    params: failed,
    allowed: answerers,
    tells: "nobody",
  },
  "POST /conversations/{id}/feedback": {
    params: conversation,
    body: ({ communityId }) => ({ kind: "question", title: "Horário", communityId }),
    allowed: answerers,
    tells: "nobody",
  },
  "POST /conversations/{id}/phone": {
    params: conversation,
    allowed: answerers,
    reveals: true,
    tells: "phones",
  },
  "GET /conversation-labels": { allowed: answerers, seeAs: 403, tells: "nobody" },
  "POST /conversation-labels": {
    body: () => ({ name: `Troca ${newId().slice(-6)}` }),
    allowed: answerers,
    tells: "nobody",
  },
  "DELETE /conversation-labels/{id}": { params: label, allowed: managers, tells: "nobody" },
  "GET /saved-replies": { allowed: answerers, seeAs: 403, tells: "nobody" },
  "POST /saved-replies": {
    body: () => ({ shortcut: `horario-${newId().slice(-6)}`, body: "Às nove" }),
    allowed: managers,
    tells: "nobody",
  },
  "PATCH /saved-replies/{id}": {
    params: reply,
    body: () => ({ body: "Às dez" }),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /saved-replies/{id}": { params: reply, allowed: managers, tells: "nobody" },
};

const one = async (place: Place) => ({ conversationId: await id(place) });
const many = async (place: Place) => ({ "ids[]": [await id(place)] });

export const inboxActions: Record<string, ActionRow> = {
  "inbox/writeToHouseAction": {
    for: "member",
    form: () => ({ body: "Que horas abre?" }),
    tells: "nobody",
  },
  "inbox/answerConversationAction": {
    for: "staff",
    form: async (place) => ({ ...(await one(place)), body: "Às nove", key: newId(), seenPosition: "99" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/startConversationAction": {
    for: "staff",
    form: ({ neighbourId }) => ({ memberId: neighbourId, body: "Tudo bem?" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/assignConversationsAction": {
    for: "staff",
    form: async (place) => ({ ...(await many(place)), assigneeId: "" }),
    allowed: answerers,
    tells: "nobody",
  },
  "inbox/moveConversationsAction": {
    for: "staff",
    form: async (place) => ({ ...(await many(place)), status: "closed" }),
    allowed: answerers,
    tells: "nobody",
  },
  "inbox/labelConversationsAction": {
    for: "staff",
    form: async (place) => ({ ...(await many(place)), addLabelId: await labelOf(place) }),
    allowed: answerers,
    tells: "nobody",
  },
  "inbox/snoozeConversationAction": {
    for: "staff",
    form: async (place) => ({ ...(await one(place)), until: "2099-01-01T09:00" }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/setLabelsAction": {
    for: "staff",
    form: async (place) => ({ ...(await one(place)), "labelIds[]": [await labelOf(place)] }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/setTaskAction": {
    for: "staff",
    form: async (place) => ({
      ...(await one(place)),
      title: "Ligar",
      dueOn: "2099-01-01",
      assigneeId: place.here.staff.owner.staffId,
    }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/endTaskAction": { for: "staff", form: one, allowed: answerers, reach: "granted", tells: "nobody" },
  "inbox/makeFeedbackAction": {
    for: "staff",
    form: async (place) => ({
      ...(await one(place)),
      kind: "question",
      title: "Horário",
      body: "",
      communityId: place.communityId,
    }),
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/sendReplyAgainAction": {
    for: "staff",
    form: async (place) => {
      const { id: conversationId, messageId } = await failed(place);
      return { conversationId, messageId };
    },
    allowed: answerers,
    reach: "granted",
    tells: "nobody",
  },
  "inbox/revealNumberAction": {
    for: "staff",
    form: one,
    allowed: answerers,
    reach: "granted",
    reveals: true,
    tells: "phones",
  },
  "inbox/addLabelAction": {
    for: "staff",
    form: () => ({ name: `Troca ${newId().slice(-6)}` }),
    allowed: answerers,
    tells: "nobody",
  },
  "inbox/removeLabelAction": { for: "staff", form: label, allowed: managers, tells: "nobody" },
  "inbox/addSavedReplyAction": {
    for: "staff",
    form: () => ({ shortcut: `horario-${newId().slice(-6)}`, body: "Às nove" }),
    allowed: managers,
    tells: "nobody",
  },
  "inbox/removeSavedReplyAction": { for: "staff", form: reply, allowed: managers, tells: "nobody" },
};

export const inboxJobs: Record<string, JobRow> = {
  "inbox.send_reply": { payload: async (place) => ({ messageId: (await failed(place)).messageId }) },
  "inbox.wake": { payload: async (place) => ({ conversationId: await id(place) }) },
};

export const inboxPages: Record<string, PageRow> = {
  "/t/[tenant]/inbox": { allowed: answerers, tells: "faces" },
  "/t/[tenant]/inbox/[id]": { params: conversation, allowed: answerers, tells: "profiles" },
  "/t/[tenant]/inbox/settings": { allowed: managers, tells: "nobody" },
  "POST /t/[tenant]/inbox/[id]/presence": {
    params: conversation,
    body: () => ({ presence: "viewing" }),
    allowed: answerers,
    tells: "nobody",
  },
  "/m/[tenant]/contact": { allowed: "members", tells: "nobody" },
};

export const inboxMails: Record<string, MailRow> = {
  "lib/inbox/commands/tell-person.ts": {
    send: async (place) =>
      answerConversation(place.owner, {
        conversationId: await id(place),
        body: "Às nove",
        note: false,
        close: false,
      }),
    tells: "nobody",
  },
};
