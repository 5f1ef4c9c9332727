import { systemAnnouncementEvent } from "@/lib/announcements/queries/get-announcement-event";
import { type Access, accessOf, type Holder } from "./stream-access";
import { giveBytes } from "./stream-answers";
import { tenantStreams } from "./tenant-streams";

/** The streams of those who watch announcements: a change is read once, framed once, and written to all who may see it. */
export const announcementStreams = tenantStreams<Holder, Access>({
  sightsOf: accessOf,
  tell: async ({ tenantId, subject, id }, group) => {
    if (subject !== "announcement") return;
    const frame = await announcementFrame(tenantId, id);
    if (!frame) return;
    for (const { response, sight } of group)
      if (mayWatch(sight, frame.communityIds)) giveBytes(response, frame.bytes);
  },
});

/** The picture of an announcement as one frame, and the communities whose watchers may have it. */
export async function announcementFrame(tenantId: string, id: string) {
  const event = await systemAnnouncementEvent(tenantId, id);
  if (!event) return null;
  const text = `id: ${Date.now()}\nevent: announcement\ndata: ${JSON.stringify(event.live)}\n\n`;
  return { bytes: Buffer.from(text), communityIds: event.communityIds };
}

/** Whether all communities of an announcement are in a watcher's reach. */
export function mayWatch({ communityIds: reach }: Access, communityIds: readonly string[]): boolean {
  return reach === null || communityIds.every((id) => reach.includes(id));
}
