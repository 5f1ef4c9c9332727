import "server-only";
import { randomBytes } from "node:crypto";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { newId } from "@/lib/shared/ids";
import { digestOf } from "../draw-rules";
import { closeBlockJob } from "../job-names";
import type { BlockContent } from "../schema";

export type OpenBlockInput = {
  announcementId: string;
  communityIds: readonly string[];
  content: BlockContent;
  closesAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
};

/**
 * Opens the block of a sending for answers, in the transaction that freezes it. The digest of a giveaway's secret is on the
 * record from now on (A20). @returns its id
 */
export async function openBlock(tx: TenantContext, input: OpenBlockInput): Promise<string> {
  const { announcementId, communityIds, content, closesAt, startsAt, endsAt } = input;
  const id = newId();
  const secret = content.kind === "giveaway" ? randomBytes(32).toString("hex") : null;
  await tx.db.block.create({
    data: {
      id,
      announcementId,
      kind: content.kind,
      content,
      communityIds: [...communityIds],
      openedAt: tx.now,
      closesAt,
      startsAt,
      endsAt,
      secret,
      secretHash: secret === null ? null : await digestOf(secret),
    },
    select: { id: true },
  });
  if (secret !== null && closesAt) await enqueue(tx.db, closeBlockJob, { blockId: id }, { runAt: closesAt });
  return id;
}
