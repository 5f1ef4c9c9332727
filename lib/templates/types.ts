import type { AnnouncementKind } from "@/lib/announcements/rules";
import type { BlockContent } from "@/lib/blocks/schema";
import type { AttachedMedia } from "@/lib/media/types";

/** An announcement text that is kept to begin with. */
export type Template = {
  id: string;
  name: string;
  kind: AnnouncementKind;
  body: string;
  media: AttachedMedia[] | null;
  block: BlockContent | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};
