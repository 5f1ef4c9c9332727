import type { AnnouncementStatus } from "./rules";

export type AnnouncementView = "all" | "drafts" | "planned" | "sent" | "stopped";

/** The views of the list: which states each shows. */
export const STATUSES_OF_VIEW: Record<AnnouncementView, readonly AnnouncementStatus[]> = {
  all: [],
  drafts: ["draft", "in_review", "approved"],
  planned: ["scheduled", "sending", "paused"],
  sent: ["sent"],
  stopped: ["cancelled", "failed", "missed"],
};

/** The view that an address names; all of them for anything else. */
export function viewFrom(name: string | undefined): AnnouncementView {
  return name !== undefined && Object.hasOwn(STATUSES_OF_VIEW, name) ? (name as AnnouncementView) : "all";
}
