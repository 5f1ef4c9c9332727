import "server-only";
import { z } from "zod";
import { tenantClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemTenantIds } from "@/lib/tenants/queries/system-tenant-ids";
import { systemSendDigests } from "./commands/send-digests";
import { systemTellOutcome } from "./commands/tell-outcome";
import { systemTellOverdue } from "./commands/tell-overdue";
import { sendDigestsName, tellOutcomeName, tellOverdueName } from "./job-names";

export const tellOutcomeJob = defineJob({ ...tellOutcomeName, handle: systemTellOutcome });

export const tellOverdueJob = defineJob({ ...tellOverdueName, handle: systemTellOverdue });

export const sendDigestsJob = defineJob({ ...sendDigestsName, handle: (ctx) => systemSendDigests(ctx) });

/** By the clock: one job per tenant, so that one that fails keeps no other waiting. */
export const watchFeedbackJob = definePlatformJob({
  name: "feedback.watch",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    for (const id of await systemTenantIds()) {
      const db = tenantClient(id);
      await enqueue(db, sendDigestsName, {}, { key: "feedback_digests", isBackground: true });
      await enqueue(db, tellOverdueName, {}, { key: "feedback_overdue", isBackground: true });
    }
  },
});
