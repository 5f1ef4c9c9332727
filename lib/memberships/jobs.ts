import "server-only";
import { z } from "zod";
import { tenantClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemTenantIds } from "@/lib/tenants/queries/system-tenant-ids";
import { systemDeliverAdminMail } from "./commands/send-admin-mail";
import { systemTellLoneAdmins } from "./commands/tell-lone-admins";
import { adminMailName, tellLoneAdminsName } from "./job-names";

export const tellLoneAdminsJob = defineJob({
  ...tellLoneAdminsName,
  handle: (ctx) => systemTellLoneAdmins(ctx),
});

export const sendAdminMailJob = defineJob({
  ...adminMailName,
  handle: (ctx, payload) => systemDeliverAdminMail(ctx, payload),
});

/** By the clock: one job per tenant, so that one that fails keeps no other waiting. */
export const watchAdminsJob = definePlatformJob({
  name: "memberships.watch_admins",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    for (const id of await systemTenantIds())
      await enqueue(tenantClient(id), tellLoneAdminsName, {}, { key: "tell_lone_admins" });
  },
});
