import { changeAnnouncement, type HandMade } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { systemContext } from "@/lib/platform/context";
import { STAFF_ROLES } from "@/lib/shared/actor";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, MailRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const senders = ["owner", "admin", "marketer"] as const;
const NEXT_YEAR = `${new Date().getUTCFullYear() + 1}-05-01T09:00`;
const words = ({ communityId }: Place) => ({ communityIds: [communityId], body: "Corrida no sábado" });
const system = (place: Place) => systemContext(place.here.tenantId, "test");

const draft = (place: Place) => place.once("draft", async () => ({ id: await newDraft(place) }));

export async function newDraft(place: Place, author = place.owner, given: object = {}): Promise<string> {
  const input = createAnnouncementInput.parse({ ...words(place), ...given });
  return (await createAnnouncement(author, input)).id;
}

/** Written by the admin, who may not approve it (A19). */
const inReview = (place: Place) =>
  place.once("in review", async () => {
    const admin = { ...place.here.as("admin"), now: place.owner.now };
    const id = await newDraft(place, admin);
    await changeAnnouncement(admin, id, { transition: "submit" });
    return { id };
  });

/** Due, and not started yet. */
const due = (place: Place) =>
  place.once("due", async () => {
    const id = await newDraft(place);
    await sendAnnouncement(place.owner, id, { undoSeconds: 0 });
    return { id };
  });

/** Frozen, and not drained yet. */
async function begin(place: Place): Promise<{ id: string }> {
  const id = await newDraft(place);
  await sendAnnouncement(place.owner, id, { undoSeconds: 0 });
  await startAnnouncement(system(place), id);
  return { id };
}

const started = (place: Place) => place.once("started", () => begin(place));

const paused = (place: Place) =>
  place.once("paused", async () => {
    const { id } = await begin(place);
    await changeAnnouncement(place.owner, id, { transition: "pause" });
    return { id };
  });

const sent = (place: Place) =>
  place.once("sent", async () => {
    const { id } = await begin(place);
    await sendOccurrence(system(place), (await occurrenceOf(place, id)).id);
    return { id };
  });

async function occurrenceOf(place: Place, announcementId: string): Promise<{ id: string }> {
  const page = await listOccurrencesOf(place.owner, { announcementId, limit: 1 });
  return { id: page.data[0]?.id ?? "" };
}

export const sentOccurrence = async (place: Place) => occurrenceOf(place, (await sent(place)).id);
const step = (params: ApiRow["params"] & object): ApiRow => ({
  params,
  body: () => ({}),
  allowed: senders,
  tells: "nobody",
});
const transitions: Record<Exclude<HandMade, "approve">, ApiRow> = {
  submit: step(draft),
  reject: step(inReview),
  unschedule: step(due),
  pause: step(started),
  resume: step(paused),
  cancel: step(due),
  retract: step(sent),
};
const transitionRows = Object.fromEntries(
  Object.entries(transitions).map(([name, row]) => [`POST /announcements/{id}/${name}`, row]),
);

/** Sent, and nobody was reminded of it. */
const unreminded = async (place: Place) => {
  const { id } = await begin(place);
  await sendOccurrence(system(place), (await occurrenceOf(place, id)).id);
  return { id };
};

/** Sent, with one letter of which nobody knows. */
const unanswered = (place: Place) =>
  place.once("unanswered", async () => {
    const { id } = await begin(place);
    const occurrence = await occurrenceOf(place, id);
    await sendOccurrence(system(place), occurrence.id);
    await place.owner.db.delivery.updateMany({
      where: { occurrenceId: occurrence.id },
      data: { channel: "email", status: "unknown" },
    });
    return { id };
  });

/** Sent, and it reaches who joins. */
const evergreen = (place: Place) =>
  place.once("evergreen", async () => {
    const id = await newDraft(place, place.owner, { evergreen: { days: 30 } });
    await sendAnnouncement(place.owner, id, { undoSeconds: 0 });
    await startAnnouncement(system(place), id);
    return { id };
  });

/** A series that begins next year. */
const series = (place: Place) =>
  place.once("series", async () => {
    const id = await newDraft(place);
    const timezone = "America/Sao_Paulo";
    const schedule = { mode: "at" as const, localTime: NEXT_YEAR, timezone, rrule: "FREQ=DAILY" };
    await scheduleAnnouncement(place.owner, id, { schedule });
    return { id };
  });
const thisQuarter = () => ({
  from: new Date().toISOString(),
  to: new Date(Date.now() + 90 * 86_400_000).toISOString(),
});

export const announcementsApi: Record<string, ApiRow> = {
  "GET /communities/{id}/reach": {
    params: ({ communityId }) => ({ id: communityId }),
    allowed: viewers,
    seeAs: 404,
    tells: "nobody",
  },
  "GET /communities/{id}/reach/missing": {
    params: ({ communityId }) => ({ id: communityId }),
    query: () => ({ channel: "whatsapp" }),
    allowed: viewers,
    seeAs: 404,
    tells: "names",
  },
  ...transitionRows,
  "POST /announcements/{id}/approve": { ...step(inReview), allowed: ["owner", "marketer"], tells: "nobody" },
  "GET /events/stream": { allowed: viewers, seeAs: 403, tells: "nobody" },
  "GET /announcements": { allowed: viewers, seeAs: 200, tells: "nobody" },
  "POST /announcements": { body: words, allowed: senders, reach: "granted", tells: "nobody" },
  "GET /announcements/{id}": { params: sent, allowed: viewers, seeAs: 200, tells: "nobody" },
  "PATCH /announcements/{id}": {
    params: draft,
    body: () => ({ body: "Corrida no domingo" }),
    allowed: senders,
    tells: "nobody",
  },
  "DELETE /announcements/{id}": { params: draft, allowed: senders, tells: "nobody" },
  "POST /announcements/{id}/split": {
    ...step(series),
    body: () => ({ localTime: NEXT_YEAR, scope: "this" }),
  },
  "POST /announcements/{id}/skip": { ...step(series), body: () => ({ localTime: NEXT_YEAR }) },
  "POST /announcements/{id}/move": {
    ...step(series),
    body: () => ({ from: NEXT_YEAR, localTime: `${NEXT_YEAR.slice(0, 11)}10:00` }),
  },
  "POST /announcements/{id}/correct": { ...step(sent), body: () => ({ body: "Corrida no domingo" }) },
  "GET /announcements/{id}/report/pdf": { params: sent, allowed: viewers, seeAs: 404, tells: "nobody" },
  "GET /announcements/{id}/report/png": { params: sent, allowed: viewers, seeAs: 404, tells: "nobody" },
  "GET /announcements/{id}/versions": { params: sent, allowed: viewers, seeAs: 404, tells: "nobody" },
  "POST /announcements/{id}/remind": step(unreminded),
  "POST /announcements/{id}/end-evergreen": step(evergreen),
  "POST /announcements/{id}/retry": { ...step(unanswered), body: () => ({ status: "unknown" }) },
  "GET /calendar": { query: thisQuarter, allowed: viewers, reach: "everywhere", seeAs: 403, tells: "nobody" },
  "POST /announcements/{id}/rehearsal": { params: draft, allowed: viewers, tells: "nobody" },
  "POST /announcements/{id}/schedule": {
    params: draft,
    body: () => ({ schedule: { mode: "at", localTime: NEXT_YEAR, timezone: "America/Sao_Paulo" } }),
    allowed: senders,
    tells: "nobody",
  },
  "POST /announcements/{id}/send": {
    params: draft,
    body: () => ({ undoSeconds: 30 }),
    allowed: senders,
    tells: "nobody",
  },
  "GET /announcements/{id}/occurrences": { params: sent, allowed: viewers, seeAs: 404, tells: "nobody" },
  "GET /occurrences/{id}": { params: sentOccurrence, allowed: viewers, seeAs: 404, tells: "nobody" },
  "GET /occurrences/{id}/deliveries": {
    params: sentOccurrence,
    allowed: viewers,
    seeAs: 404,
    tells: "names",
  },
  "POST /schedules/preview": {
    body: () => ({ localTime: NEXT_YEAR, timezone: "America/Sao_Paulo", count: 3 }),
    allowed: STAFF_ROLES,
    tells: "nobody",
  },
};

export const announcementsJobs: Record<string, JobRow> = {
  start_announcement: { payload: async (place) => ({ announcementId: (await due(place)).id }) },
  drain_occurrence: {
    payload: async (place) => ({
      occurrenceId: (await occurrenceOf(place, (await started(place)).id)).id,
    }),
  },
  settle_occurrence: {
    payload: async (place) => ({
      occurrenceId: (await occurrenceOf(place, (await started(place)).id)).id,
    }),
  },
  reach_newcomers: {
    payload: async (place) => ({
      occurrenceId: (await occurrenceOf(place, (await evergreen(place)).id)).id,
    }),
  },
  release_held_announcements: { alone: "the tenant of the queue is all it knows" },
  sweep_evergreens: { platform: "by the clock, over all tenants; each is worked on in its own context" },
  sweep_sendings: { platform: "by the clock, over all tenants; each is worked on in its own context" },
};

const bySenders = { for: "staff", allowed: senders, reach: "granted" } as const;

export const announcementsActions: Record<string, ActionRow> = {
  "announcements/composeAction": {
    ...bySenders,
    form: ({ communityId }) => ({ intent: "draft", body: "Corrida no sábado", kind: "other", communityId }),
    tells: "nobody",
  },
  "announcements/changeAnnouncementAction": {
    ...bySenders,
    form: async (place) => ({ ...(await draft(place)), transition: "submit" }),
    tells: "nobody",
  },
  "announcements/stopAnnouncementAction": {
    ...bySenders,
    form: async (place) => ({ ...(await due(place)), transition: "unschedule" }),
    tells: "nobody",
  },
  "announcements/retryDeliveriesAction": {
    ...bySenders,
    form: async (place) => ({ ...(await unanswered(place)), status: "unknown" }),
    tells: "nobody",
  },
  "announcements/correctAnnouncementAction": {
    ...bySenders,
    form: async (place) => ({ ...(await sent(place)), body: "Corrida no domingo" }),
    tells: "nobody",
  },
  "announcements/endEvergreenAction": { ...bySenders, form: evergreen, tells: "nobody" },
  "announcements/remindUnreadAction": { ...bySenders, form: unreminded, tells: "nobody" },
  "announcements/moveTimeAction": {
    ...bySenders,
    form: async (place) => ({
      ...(await series(place)),
      from: NEXT_YEAR,
      localTime: `${NEXT_YEAR.slice(0, 11)}10:00`,
    }),
    tells: "nobody",
  },
  "announcements/skipTimeAction": {
    ...bySenders,
    form: async (place) => ({ ...(await series(place)), localTime: NEXT_YEAR }),
    tells: "nobody",
  },
  "announcements/openPartAction": {
    ...bySenders,
    form: async (place) => ({ ...(await series(place)), localTime: NEXT_YEAR, scope: "following" }),
    tells: "nobody",
  },
  "announcements/deleteAnnouncementAction": { ...bySenders, form: draft, tells: "nobody" },
};

const ANNOUNCEMENTS = "/t/[tenant]/announcements";

export const announcementsPages: Record<string, PageRow> = {
  "/t/[tenant]/communities/[communityId]/reach": {
    allowed: viewers,
    params: ({ communityId }) => ({ communityId }),
    search: "?channel=email",
    tells: "names",
  },
  [ANNOUNCEMENTS]: { allowed: viewers, tells: "nobody" },
  [`${ANNOUNCEMENTS}/calendar`]: { allowed: viewers, tells: "nobody" },
  [`${ANNOUNCEMENTS}/new`]: { allowed: senders, tells: "nobody" },
  [`${ANNOUNCEMENTS}/[id]`]: { allowed: viewers, params: sent, tells: "nobody" },
  [`${ANNOUNCEMENTS}/[id]/recipients`]: { allowed: viewers, params: sent, tells: "names" },
  [`${ANNOUNCEMENTS}/[id]/edit`]: { allowed: senders, params: draft, tells: "nobody" },
  [`GET ${ANNOUNCEMENTS}/[id]/breakdown`]: { allowed: viewers, params: sent, tells: "nobody" },
  [`GET ${ANNOUNCEMENTS}/[id]/report/[format]`]: {
    allowed: viewers,
    params: async (place) => ({ ...(await sent(place)), format: "pdf" }),
    tells: "nobody",
  },
  [`GET ${ANNOUNCEMENTS}/[id]/live`]: { allowed: viewers, params: sent, tells: "nobody" },
  [`GET ${ANNOUNCEMENTS}/next-times`]: {
    allowed: STAFF_ROLES,
    query: () => ({ localTime: NEXT_YEAR, timezone: "America/Sao_Paulo", repeat: "weekly" }),
    tells: "nobody",
  },
  [`GET ${ANNOUNCEMENTS}/reach`]: {
    allowed: senders,
    query: ({ communityId }) => ({ communityId, kind: "other" }),
    tells: "nobody",
  },
};

export const announcementsMails: Record<string, MailRow> = {
  "lib/announcements/commands/tell-not-sent.ts": {
    send: async (place) => {
      const { id } = await due(place);
      await startAnnouncement({ ...system(place), now: new Date(Date.now() + 7 * 3_600_000) }, id);
    },
    tells: "nobody",
  },
};
