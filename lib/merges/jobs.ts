import "server-only";
import { z } from "zod";
import { tenantClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemTenantIds } from "@/lib/tenants/queries/system-tenant-ids";
import { systemForgetKept } from "./commands/forget-kept";
import { forgetKeptName } from "./job-names";

export const forgetKeptJob = defineJob({
  ...forgetKeptName,
  handle: async (ctx) => void (await systemForgetKept(ctx)),
});

/** By the clock: one job per tenant, so that one that fails keeps no other waiting. */
export const sweepMergesJob = definePlatformJob({
  name: "merges.sweep",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    for (const id of await systemTenantIds())
      await enqueue(tenantClient(id), forgetKeptName, {}, { key: "forget_kept" });
  },
});
