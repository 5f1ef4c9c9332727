import "server-only";
import { admitWaitingJob } from "@/lib/communities/job-names";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";

/** Looks again for places where people wait, over all tenants: limits may have been raised since (L13). */
export async function sweepWaiting(): Promise<void> {
  const rows = await platformClient().$queryRaw<{ tenant_id: string; community_id: string }[]>`
    SELECT tenant_id, community_id FROM communities_with_waiting()`;
  for (const { tenant_id, community_id: communityId } of rows) {
    const key = `admit_waiting:${communityId}`;
    await enqueue(tenantClient(tenant_id), admitWaitingJob, { communityId }, { key });
  }
}
