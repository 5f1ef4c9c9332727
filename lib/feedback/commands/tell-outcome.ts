import "server-only";
import type { z } from "zod";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { tellOutcomeName } from "../job-names";
import { outcomeMail } from "../mails";
import { claimOutcomes } from "../outcomes-sql";

const BATCH = 100;

/**
 * Tells everybody who asked for an item what came of it (F3): its author, who supports it, and the authors of what was merged
 * into it; in the portal, and by a mail where one reaches them. Claimed in the transaction of the mails: each is told once per
 * end and round, whatever crashes. An item that has moved on meanwhile is told of no more.
 */
export async function systemTellOutcome(
  ctx: TenantContext,
  { feedbackId, status, round, besides }: z.output<typeof tellOutcomeName.payload>,
): Promise<void> {
  let told: number;
  do {
    told = await inTransaction(ctx, async (tx) => {
      const item = await tx.db.feedback.findFirst({
        where: { id: feedbackId, status, round },
        select: { statusReason: true },
      });
      if (!item) return 0;
      const end = { feedbackId, status, round };
      const claimed = await claimOutcomes(tx.db, end, { besides, now: tx.now, most: BATCH });
      for (const { memberId, viaId: id, title } of claimed)
        await tell(tx, memberId, { id, title, status, reason: item.statusReason });
      return claimed.length;
    });
  } while (told === BATCH);
}

type Told = Parameters<typeof outcomeMail>[1] & Parameters<typeof outcomeMail>[2];

async function tell(tx: TenantContext, memberId: string, item: Told): Promise<void> {
  const reader = await systemMailReader(tx, memberId);
  if (!reader || reader.isSuspended) return;
  await sendMail(tx.db, { to: reader.address, ...outcomeMail(reader, item, item) });
}
