import "server-only";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { daysAfter } from "@/lib/shared/days";
import {
  forgetAddresses,
  forgetAnswers,
  forgetBulkActs,
  forgetDeadJobs,
  tenantsWithAddresses,
} from "../retention-sql";
import { KEPT_DAYS, type KeptForAWhile } from "../rules";

/** By the clock: removes what was kept for its time, over all tenants. Again changes nothing. */
export async function systemForgetExpired(now: Date): Promise<void> {
  const db = platformClient();
  const before = (what: KeptForAWhile) => daysAfter(now, -KEPT_DAYS[what]);
  for (const tenantId of await tenantsWithAddresses(db, before("addresses")))
    await forgetAddresses(tenantClient(tenantId), before("addresses"));
  await forgetDeadJobs(db, before("failedJobs"));
  await forgetAnswers(db, before("keptAnswers"));
  await forgetBulkActs(db, before("bulkActs"));
  await db.signInToken.deleteMany({ where: { expiresAt: { lt: before("signInCodes") } } });
}
