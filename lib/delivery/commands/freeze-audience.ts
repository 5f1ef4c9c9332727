import "server-only";
import { showMedia } from "@/lib/media/commands/show-media";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { newId } from "@/lib/shared/ids";
import { insertDeliveries } from "../freeze-sql";
import type { Audience, LocalStarts } from "../types";

export type FreezeInput = {
  announcementId: string;
  dueAt: Date;
  body: string;
  /** What it shows; null: nothing. */
  media: AttachedMedia[] | null;
  kind: string;
  audience: Audience;
  /** For a sending at each person's own time. */
  starts: LocalStarts | null;
  /** What it asks of its people; null: nothing. */
  blockId: string | null;
  /** Until then it reaches who joins too (A5); null: it does not. */
  evergreenUntil: Date | null;
};

/**
 * Starts an occurrence: its content and its audience as they are now, one delivery row a person (A4, A5, A8). Belongs
 * into the transaction that moves the announcement to `sending`; the unique due time makes a second start fail.
 */
export async function freezeAudience(
  ctx: TenantContext,
  input: FreezeInput,
): Promise<{ occurrenceId: string; people: number }> {
  const occurrenceId = newId();
  const people = await insertDeliveries(ctx.db, occurrenceId, input.audience, input.starts);
  await ctx.db.occurrence.create({
    data: {
      id: occurrenceId,
      announcementId: input.announcementId,
      dueAt: input.dueAt,
      startedAt: ctx.now,
      status: "sending",
      body: input.body,
      media: nullableJson(input.media),
      blockId: input.blockId,
      evergreenUntil: input.evergreenUntil,
      kind: input.kind,
      communityIds: [...input.audience.communityIds],
      groupIds: [...input.audience.groupIds],
      purpose: input.audience.purpose,
      channels: [...input.audience.channels],
      queued: people,
    },
    select: { id: true },
  });
  await showMedia(ctx, { kind: "occurrence", id: occurrenceId }, input.media);
  return { occurrenceId, people };
}
