import "server-only";
import { z } from "zod";
import { tenantClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemTenantIds } from "@/lib/tenants/queries/system-tenant-ids";
import { systemForgetContacts } from "./commands/forget-contact";

const forgetName = { name: "feedback_forms.forget_contacts", payload: z.looseObject({}) };

export const forgetContactsJob = defineJob({ ...forgetName, handle: (ctx) => systemForgetContacts(ctx) });

/** By the clock: one job per tenant, so that one that fails keeps no other waiting. */
export const sweepContactsJob = definePlatformJob({
  name: "feedback_forms.sweep",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    for (const id of await systemTenantIds())
      await enqueue(tenantClient(id), forgetName, {}, { key: "forget_contacts", isBackground: true });
  },
});
