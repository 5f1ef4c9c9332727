import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { newId } from "@/lib/shared/ids";
import { authorId } from "../author-rules";
import { checkAudience } from "../check-audience";
import { checkBlock } from "../check-block";
import { checkBody } from "../check-body";
import { checkEvergreen } from "../check-evergreen";
import { checkSchedule } from "../check-schedule";
import { keepMedia, mediaColumn } from "../keep-media";
import { announcementColumns, toAnnouncement } from "../queries/select-announcement";
import { columnsOf } from "../schedule-columns";
import type { CreateAnnouncementInput } from "../schema";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";

/**
 * A new draft.
 * @throws Refusal `invalid_input`, `not_allowed`, `not_granted`, `read_only`.
 */
export async function createAnnouncement(
  ctx: TenantContext,
  input: CreateAnnouncementInput,
): Promise<Announcement> {
  await checkAudience(ctx, input);
  await checkBody(ctx, input.body);
  checkSchedule(input.schedule);
  checkBlock(input.block ?? null, input.schedule);
  await checkEvergreen(ctx, input.evergreen);
  return await inTransaction(ctx, async (tx) => {
    const id = newId();
    const media = await keepMedia(tx, id, { choices: input.media ?? null });
    const row = await tx.db.announcement.create({
      data: {
        id,
        communityIds: input.communityIds,
        audience: input.audience,
        kind: input.kind,
        body: input.body,
        ...mediaColumn(media),
        block: nullableJson(input.block),
        evergreen: nullableJson(input.evergreen),
        channels: input.channels,
        ...columnsOf(input.schedule),
        graceSeconds: input.grace,
        urgentReason: input.urgentReason ?? null,
        createdBy: authorId(ctx.actor),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: announcementColumns,
    });
    await recordTransition(tx, { id, from: "draft", to: "draft", reason: "created" });
    return toAnnouncement(row);
  });
}
