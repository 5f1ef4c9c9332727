import "server-only";
import { resolveMedia, showMedia } from "@/lib/media/commands/show-media";
import type { MediaChoice } from "@/lib/media/schema";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";

type Kept = {
  /** Undefined: what is shown stays. */
  choices: readonly MediaChoice[] | null | undefined;
  before?: readonly AttachedMedia[] | null;
  /** What was sent keeps what it showed, for those who look at its past (A11). */
  keeping?: boolean;
};

/**
 * What an announcement shows from now on (A2), in the transaction that writes it; undefined where that stays.
 * @throws Refusal `invalid_input` as `resolveMedia` does
 */
export async function keepMedia(
  tx: TenantContext,
  announcementId: string,
  { choices, before, keeping = false }: Kept,
): Promise<AttachedMedia[] | null | undefined> {
  if (choices === undefined) return undefined;
  const media = await resolveMedia(tx, choices, { before: before ?? null });
  await showMedia(tx, { kind: "announcement", id: announcementId }, media, { keeping });
  return media;
}

/** The column of it, where it changes. */
export function mediaColumn(media: AttachedMedia[] | null | undefined) {
  return media === undefined ? {} : { media: nullableJson(media) };
}

/** A copy of an announcement shows what it shows. */
export async function copyMedia(
  tx: TenantContext,
  id: string,
  media: readonly AttachedMedia[] | null,
): Promise<void> {
  await showMedia(tx, { kind: "announcement", id }, media);
}
