import "server-only";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { drainJob, drainKey, startJob, startKey } from "../job-names";
import { interruptedSendings } from "../sweep-sql";

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
