import "server-only";
import { z } from "zod";
import { definePlatformJob } from "@/lib/platform/jobs/define-job";
import { systemSealAll } from "./commands/seal-audit";

export const sealAuditJob = definePlatformJob({
  name: "audit.seal",
  payload: z.looseObject({}),
  handlePlatform: () => systemSealAll(),
});
