import { type BlockStart, blockStartOf, NO_BLOCK } from "@/components/announcements/block-start";
import { itemsOf, type MediaItem } from "@/components/media/media-item";
import type { Template } from "@/lib/templates/types";

/** What the form of a template begins with. */
export type TemplateStart = {
  id?: string;
  name: string;
  kind: string;
  body: string;
  block: BlockStart;
  media: MediaItem[];
};

export const NO_TEMPLATE: TemplateStart = { name: "", kind: "other", body: "", block: NO_BLOCK, media: [] };

/** The same of one that is there already. */
export function templateStartOf({ id, name, kind, body, block, media }: Template): TemplateStart {
  return { id, name, kind, body, block: blockStartOf(block), media: itemsOf(media) };
}
