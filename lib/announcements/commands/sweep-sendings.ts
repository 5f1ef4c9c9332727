import "server-only";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { drainJob, drainKey, newcomersKey, reachNewcomersJob, startJob, startKey } from "../job-names";
import { interruptedSendings, openEvergreens } from "../sweep-sql";

/** Queues again what is due or was interrupted, over all tenants: the cure for a worker that died with a job in hand. */
export async function sweepSendings(now: Date): Promise<void> {
  const { due, sending } = await interruptedSendings(platformClient(), now);
  for (const { tenant_id, announcement_id } of due) {
    const job = { announcementId: announcement_id };
    await enqueue(tenantClient(tenant_id), startJob, job, { key: startKey(announcement_id) });
  }
  for (const { tenant_id, occurrence_id } of sending) {
    const job = { occurrenceId: occurrence_id };
    await enqueue(tenantClient(tenant_id), drainJob, job, { key: drainKey(occurrence_id) });
  }
}

/** Looks for newcomers of every sending that still reaches them, over all tenants (A5). */
export async function sweepEvergreens(now: Date): Promise<void> {
  for (const { tenant_id, occurrence_id } of await openEvergreens(platformClient(), now)) {
    const job = { occurrenceId: occurrence_id };
    const options = { key: newcomersKey(occurrence_id), isBackground: true };
    await enqueue(tenantClient(tenant_id), reachNewcomersJob, job, options);
  }
}
