import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { aCommunity, people } from "./village-rooms";
import type { Neighbour } from "./world";

export const POLL = { kind: "poll", question: "Qual dia?", options: ["Sábado", "Domingo", "Tanto faz"] };
export const GIVEAWAY = { kind: "giveaway", prize: "Um tênis", winners: 2, closesAfterHours: 24 };
export const EVENT = {
  kind: "event",
  title: "Corrida da praça",
  startsAt: "2026-03-08T07:00",
  timezone: "America/Sao_Paulo",
  place: "Praça da Sé",
  remindHours: [24],
};

/** An announcement with a block, sent to some people, by the clock of the tests. The first two share a room. */
export async function openedBlock(
  here: Neighbour,
  block: object,
  { count = 3, now = here.as("owner").now } = {},
) {
  const ctx = { ...here.as("owner"), now };
  const { id: communityId, groups } = await aCommunity(ctx, ["Sala"]);
  const memberIds = await people(ctx, communityId, count, (index) => (index < 2 ? groups : []));
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi, vila", block });
  const { id: announcementId } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, announcementId, { undoSeconds: 0 });
  await startAnnouncement(ctx, announcementId);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence(ctx, occurrence?.id ?? "");
  return { communityId, memberIds, announcementId, blockId: occurrence?.blockId ?? "" };
}
