import "server-only";
import { captionOf } from "@/lib/media/rules";
import type { AttachedMedia } from "@/lib/media/types";
import type { Translator } from "@/lib/platform/i18n/translator";

/** What a medium is called where it is not seen: its kind, and the words for it. */
export function mediaTitle(one: Pick<AttachedMedia, "kind" | "alt" | "name">, t: Translator): string {
  const caption = captionOf(one);
  const kind = t(`media.kinds.${one.kind}`);
  return caption === "" ? kind : `${kind}: ${caption}`;
}
