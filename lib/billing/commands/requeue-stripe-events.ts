import "server-only";
import { platformClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { stripeEventJob } from "../job-names";

/** After a restore, whose queue is empty: stored events of Stripe that were not handled yet. @returns how many */
export async function systemRequeueStripeEvents(): Promise<number> {
  const db = platformClient();
  const open = await db.stripeEvent.findMany({ where: { handledAt: null }, select: { id: true } });
  for (const { id } of open) await enqueue(db, stripeEventJob, { eventId: id });
  return open.length;
}
