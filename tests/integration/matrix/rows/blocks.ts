import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { answerBlock } from "@/lib/blocks/commands/answer-block";
import { closeBlock } from "@/lib/blocks/commands/close-block";
import { answerInput, type BlockContent } from "@/lib/blocks/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { systemContext } from "@/lib/platform/context";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";
import { newDraft } from "./announcements";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const senders = ["owner", "admin", "marketer"] as const;

type Opened = { announcementId: string; occurrenceId: string; blockId: string };

/** Sent with a block to everybody of the place. */
async function open(place: Place, block: BlockContent): Promise<Opened> {
  const announcementId = await newDraft(place, place.owner, { block });
  await sendAnnouncement(place.owner, announcementId, { undoSeconds: 0 });
  const system = systemContext(place.here.tenantId, "test");
  await startAnnouncement(system, announcementId);
  const [occurrence] = (await listOccurrencesOf(place.owner, { announcementId, limit: 1 })).data;
  await sendOccurrence(system, occurrence?.id ?? "");
  return { announcementId, occurrenceId: occurrence?.id ?? "", blockId: occurrence?.blockId ?? "" };
}

const QUESTION = { kind: "poll", question: "Sábado?", options: ["Sim", "Não"], multiple: false } as const;
const GIVEAWAY = {
  kind: "giveaway",
  prize: "Uma bola",
  winners: 1,
  rules: "",
  closesAfterHours: 24,
} as const;
const EVENT = {
  kind: "event",
  title: "Corrida",
  startsAt: `${new Date().getUTCFullYear() + 1}-05-01T09:00`,
  timezone: "America/Sao_Paulo",
  place: "",
  seats: null,
  remindHours: [],
} as const;
const BUTTON = { kind: "button", label: "Abrir", url: "https://loja.example" } as const;

/** A poll that the member and the stranger have answered. */
const poll = (place: Place) =>
  place.once("poll", async () => {
    const opened = await open(place, { ...QUESTION, options: [...QUESTION.options] });
    const answer = answerInput.parse({ choices: ["0"] });
    // Another row may have sent one of them away before, and one may have refused to hear of anything.
    const got = await place.owner.db.delivery.findMany({
      where: { occurrenceId: opened.occurrenceId, memberId: { in: [place.memberId, place.stranger.id] } },
      select: { memberId: true },
    });
    for (const { memberId } of got) await answerBlock(asMember(place, memberId), opened.blockId, answer);
    return opened;
  });
const pollId = async (place: Place) => ({ id: (await poll(place)).blockId });

export const openGiveaway = (place: Place) => place.once("giveaway", () => open(place, GIVEAWAY));
const event = (place: Place) => place.once("event", () => open(place, { ...EVENT, remindHours: [] }));
const button = (place: Place) => place.once("button", () => open(place, BUTTON));

/** A giveaway whose entries have ended, with one in it. */
const ended = (place: Place) =>
  place.once("ended", async () => {
    const { blockId, occurrenceId } = await open(place, GIVEAWAY);
    const got = await place.owner.db.delivery.findFirstOrThrow({
      where: { occurrenceId },
      select: { memberId: true },
    });
    await answerBlock(asMember(place, got.memberId), blockId, answerInput.parse({ choices: ["in"] }));
    await closeBlock(place.owner, blockId);
    return { blockId };
  });
/** Another poll each time: it is closed once. */
const closable = async (place: Place) => {
  const { blockId } = await open(place, { ...QUESTION, options: [...QUESTION.options] });
  return { blockId };
};

export const blocksApi: Record<string, ApiRow> = {
  "GET /blocks/{id}": { params: pollId, allowed: viewers, seeAs: 200, tells: "nobody" },
  "GET /blocks/{id}/answers": { params: pollId, allowed: viewers, seeAs: 200, tells: "names" },
  "POST /blocks/{id}/answers": {
    params: pollId,
    body: () => ({ choices: ["1"] }),
    // The others have no record among the members of this place.
    allowed: ["owner"],
    tells: "nobody",
  },
  "DELETE /blocks/{id}/answers": { params: pollId, allowed: ["owner"], tells: "nobody" },
  "POST /blocks/{id}/close": {
    params: async (place) => ({ id: (await closable(place)).blockId }),
    allowed: senders,
    tells: "nobody",
  },
  "POST /blocks/{id}/draw": {
    params: async (place) => ({ id: (await ended(place)).blockId }),
    allowed: senders,
    tells: "nobody",
  },
};

const bySenders = { for: "staff", allowed: senders, reach: "granted", tells: "nobody" } as const;

export const blocksActions: Record<string, ActionRow> = {
  "blocks/answerBlockAction": {
    for: "member",
    form: async (place) => ({ blockId: (await poll(place)).blockId, "choices[]": ["1"] }),
    tells: "nobody",
  },
  "blocks/withdrawAnswerAction": {
    for: "member",
    form: async (place) => ({ blockId: (await openGiveaway(place)).blockId }),
    tells: "nobody",
  },
  "blocks/closeBlockAction": {
    ...bySenders,
    form: async (place) => ({ blockId: (await closable(place)).blockId }),
  },
  "blocks/drawWinnersAction": {
    ...bySenders,
    form: async (place) => ({ blockId: (await ended(place)).blockId }),
  },
};

export const blocksJobs: Record<string, JobRow> = {
  close_block: { payload: async (place) => ({ blockId: (await openGiveaway(place)).blockId }) },
};

export const blocksPages: Record<string, PageRow> = {
  "/t/[tenant]/announcements/[id]/answers": {
    allowed: viewers,
    params: async (place) => ({ id: (await poll(place)).announcementId }),
    tells: "names",
  },
  "GET /m/[tenant]/blocks/[id]/open": {
    allowed: "members",
    params: async (place) => ({ id: (await button(place)).blockId }),
    tells: "nobody",
  },
  "GET /m/[tenant]/blocks/[id]/calendar": {
    allowed: "members",
    params: async (place) => ({ id: (await event(place)).blockId }),
    tells: "nobody",
  },
};
