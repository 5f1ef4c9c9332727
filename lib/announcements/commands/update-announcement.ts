import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { checkAudience } from "../check-audience";
import { checkBlock } from "../check-block";
import { checkBody } from "../check-body";
import { checkEvergreen } from "../check-evergreen";
import { checkSchedule } from "../check-schedule";
import { keepMedia, mediaColumn } from "../keep-media";
import { getAnnouncement } from "../queries/get-announcement";
import { mayHappen } from "../rules";
import { columnsOf } from "../schedule-columns";
import type { UpdateAnnouncementInput } from "../schema";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";
import { requireSender } from "./require-sender";

/**
 * Changes a draft; one in review or approved becomes a draft again (A19). What is scheduled is taken back first.
 * @throws Refusal `conflict` when it changed since the given version, `illegal_transition`, and what creating does.
 */
export async function updateAnnouncement(
  ctx: TenantContext,
  id: string,
  { version, ...input }: UpdateAnnouncementInput,
): Promise<Announcement> {
  const before = await requireSender(ctx, id);
  if (!mayHappen("edit", before.status)) {
    throw new Refusal("illegal_transition", { from: before.status, to: "draft" });
  }
  if (version !== undefined && version !== before.version) throw new Refusal("conflict");
  const next = {
    communityIds: input.communityIds ?? before.communityIds,
    audience: input.audience ?? before.audience,
    schedule: input.schedule ?? before.schedule,
  };
  await checkAudience(ctx, next);
  if (input.body !== undefined) await checkBody(ctx, input.body);
  checkSchedule(next.schedule);
  checkBlock(input.block === undefined ? before.block : input.block, next.schedule);
  await checkEvergreen(ctx, input.evergreen);
  await inTransaction(ctx, async (tx) => {
    const media = await keepMedia(tx, id, { choices: input.media, before: before.media });
    const { count } = await tx.db.announcement.updateMany({
      where: { id, version: before.version, status: before.status },
      data: {
        ...changesOf(input, next),
        ...mediaColumn(media),
        status: "draft",
        approvedHash: null,
        version: { increment: 1 },
        updatedAt: tx.now,
      },
    });
    if (count === 0) throw new Refusal("conflict");
    if (before.status !== "draft") {
      await recordTransition(tx, { id, from: before.status, to: "draft", reason: "edited" });
    }
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}

type Next = Pick<Announcement, "communityIds" | "audience" | "schedule">;

function changesOf(input: Omit<UpdateAnnouncementInput, "version">, { schedule, ...next }: Next) {
  return {
    ...next,
    ...columnsOf(schedule),
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.body === undefined ? {} : { body: input.body }),
    ...(input.block === undefined ? {} : { block: nullableJson(input.block) }),
    ...(input.evergreen === undefined ? {} : { evergreen: nullableJson(input.evergreen) }),
    ...(input.urgentReason === undefined ? {} : { urgentReason: input.urgentReason }),
    ...(input.channels ? { channels: input.channels } : {}),
    ...(input.grace === undefined ? {} : { graceSeconds: input.grace }),
  };
}
