import "server-only";
import { z } from "zod";
import { tenantClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemEraseTenant } from "./commands/erase-tenant";
import { systemDropOldInvoices, systemTenantsDue } from "./erasure-sql";
import { eraseTenantName } from "./job-names";

export const eraseTenantJob = defineJob({ ...eraseTenantName, handle: (ctx) => systemEraseTenant(ctx) });

/** By the clock: tenants whose days of grace are over, and invoices whose years are. */
export const sweepTenantsJob = definePlatformJob({
  name: "tenant_life.sweep",
  payload: z.looseObject({}),
  handlePlatform: async (_payload, now) => {
    for (const id of await systemTenantsDue(now))
      await enqueue(tenantClient(id), eraseTenantName, {}, { key: "erase" });
    await systemDropOldInvoices(now);
  },
});
