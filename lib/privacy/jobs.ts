import "server-only";
import { z } from "zod";
import { removeFileBytes } from "@/lib/platform/files/remove-files";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { systemForgetExpired } from "./commands/forget-expired";
import { forgetSamples } from "./erasure-sql";
import { forgetSamplesJob as forgetSamplesName, removeFilesJob as removeFilesName } from "./job-names";

export const removeFilesJob = defineJob({
  ...removeFilesName,
  handle: async ({ tenantId, db }, { fileIds }) => {
    const kept = await db.file.findMany({ where: { id: { in: fileIds } }, select: { id: true } });
    const gone = fileIds.filter((id) => !kept.some((file) => file.id === id));
    await removeFileBytes(tenantId, gone);
  },
});

export const forgetSamplesJob = defineJob({ ...forgetSamplesName, handle: ({ db }) => forgetSamples(db) });

export const forgetExpiredJob = definePlatformJob({
  name: "privacy.forget_expired",
  payload: z.looseObject({}),
  handlePlatform: (_payload, now) => systemForgetExpired(now),
});
