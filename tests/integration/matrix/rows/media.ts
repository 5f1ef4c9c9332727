import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { systemContext } from "@/lib/platform/context";
import { anUpload, aPhoto } from "../../../support/media";
import type { Place } from "../place";
import type { ApiRow, JobRow, PageRow } from "../row-types";
import { newDraft } from "./announcements";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const uploaders = ["owner", "admin", "marketer", "agent"] as const;

/** A picture of an announcement that the people of the place got. */
const shown = (place: Place) =>
  place.once("shown media", async () => {
    const { id } = await anUpload(place.owner);
    const announcementId = await newDraft(place, place.owner, { media: [{ id, alt: "Cartaz da corrida" }] });
    await sendAnnouncement(place.owner, announcementId, { undoSeconds: 0 });
    const system = systemContext(place.here.tenantId, "test");
    await startAnnouncement(system, announcementId);
    const { id: occurrenceId } = await place.owner.db.occurrence.findFirstOrThrow({
      where: { announcementId },
    });
    await sendOccurrence(system, occurrenceId);
    return { id };
  });

export const mediaApi: Record<string, ApiRow> = {
  "POST /media": { body: () => aPhoto(), allowed: uploaders, reach: "everywhere", tells: "nobody" },
  "GET /media/{id}": { params: shown, allowed: viewers, seeAs: 200, tells: "nobody" },
  "GET /media/{id}/content": { params: shown, allowed: viewers, seeAs: 200, tells: "nobody" },
  "DELETE /media/{id}": {
    params: async (place) => ({ id: (await anUpload(place.owner)).id }),
    allowed: uploaders,
    reach: "everywhere",
    tells: "nobody",
  },
};

export const mediaJobs: Record<string, JobRow> = {
  "media.sweep": { platform: "by the clock, over all tenants; each is worked on in its own context" },
};

export const mediaPages: Record<string, PageRow> = {
  "POST /t/[tenant]/media": { allowed: uploaders, body: () => aPhoto(), tells: "nobody" },
};
