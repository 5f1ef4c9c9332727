import { createField } from "@/lib/fields/commands/save-field";
import { addNote } from "@/lib/notes/commands/write-note";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const managers = ["owner", "admin"] as const;
const self = ({ memberId }: Place) => ({ id: memberId });
const neighbour = ({ neighbourId }: Place) => ({ id: neighbourId });

const aField = (place: Place) =>
  place.once("field", () => createField(place.owner, { name: `Campo ${newId()}`, kind: "text" }));
/** Of the one who acts in the rows that change it: the owner. */
const aNote = (place: Place) =>
  place.once("note", () => addNote(place.owner, { memberId: place.neighbourId, body: "Prefere WhatsApp" }));
const noteParams = async (place: Place) => ({ id: place.neighbourId, noteId: (await aNote(place)).id });

export const cardApi: Record<string, ApiRow> = {
  "GET /fields": { allowed: viewers, seeAs: 403, tells: "nobody" },
  "POST /fields": {
    body: () => ({ name: `Tamanho ${newId()}`, kind: "choice", options: ["P", "M", "G"] }),
    allowed: managers,
    tells: "nobody",
  },
  "PATCH /fields/{id}": {
    params: aField,
    body: () => ({ name: "Outro nome" }),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /fields/{id}": { params: aField, allowed: managers, tells: "nobody" },
  "GET /members/{id}/notes": { params: self, allowed: managers, seeAs: 403, tells: "everything" },
  "POST /members/{id}/notes": {
    params: neighbour,
    body: () => ({ body: "Ligar na terça" }),
    allowed: managers,
    tells: "nobody",
  },
  "PATCH /members/{id}/notes/{noteId}": {
    params: noteParams,
    body: () => ({ body: "Ligar na quarta" }),
    allowed: ["owner"],
    tells: "nobody",
  },
  "DELETE /members/{id}/notes/{noteId}": { params: noteParams, allowed: managers, tells: "nobody" },
  "GET /members/{id}/timeline": { params: self, allowed: managers, seeAs: 200, tells: "everything" },
  "GET /tags": { allowed: viewers, seeAs: 403, tells: "profiles" },
};

const byManagers = { for: "staff", allowed: managers, tells: "nobody" } as const;
const noteForm = async (place: Place) => ({
  memberId: place.neighbourId,
  noteId: (await aNote(place)).id,
});

export const cardActions: Record<string, ActionRow> = {
  "fields/createFieldAction": {
    ...byManagers,
    form: () => ({ name: `Campo ${newId()}`, kind: "text", options: "" }),
  },
  "fields/updateFieldAction": {
    ...byManagers,
    form: async (place) => ({ ...(await aField(place)), name: "Outro nome" }),
  },
  "fields/moveFieldAction": {
    ...byManagers,
    form: async (place) => ({ ...(await aField(place)), by: "-1" }),
  },
  "fields/deleteFieldAction": { ...byManagers, form: aField },
  "notes/addNoteAction": {
    ...byManagers,
    form: ({ neighbourId }) => ({ memberId: neighbourId, body: "Ligar na terça" }),
  },
  "notes/editNoteAction": {
    ...byManagers,
    allowed: ["owner"],
    form: async (place) => ({ ...(await noteForm(place)), body: "Ligar na quarta" }),
  },
  "notes/deleteNoteAction": { ...byManagers, form: noteForm },
};

export const cardPages: Record<string, PageRow> = {
  "/t/[tenant]/settings/fields": { allowed: managers, tells: "profiles" },
};
