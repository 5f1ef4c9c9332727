import "server-only";
import { platformClient } from "@/lib/platform/db/clients";
import { stripeEventsJob } from "../job-names";

/** After a restore, whose queue is empty: the customers of whom stored events wait are queued again. @returns how many */
export async function systemRequeueStripeEvents(): Promise<number> {
  const rows = await platformClient().$queryRaw<unknown[]>`
    SELECT enqueue_job(${stripeEventsJob.name}, jsonb_build_object('customerId', customer_id), NULL,
      'stripe:' || coalesce(customer_id, ''))::text
    FROM (SELECT DISTINCT customer_id FROM stripe_events WHERE handled_at IS NULL) waiting`;
  return rows.length;
}
