import "server-only";
import { removeFileBytes } from "@/lib/platform/files/remove-files";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { removeFilesJob as removeFilesName } from "./job-names";

export const removeFilesJob = defineJob({
  ...removeFilesName,
  handle: async ({ tenantId, db }, { fileIds }) => {
    const kept = await db.file.findMany({ where: { id: { in: fileIds } }, select: { id: true } });
    const gone = fileIds.filter((id) => !kept.some((file) => file.id === id));
    await removeFileBytes(tenantId, gone);
  },
});
