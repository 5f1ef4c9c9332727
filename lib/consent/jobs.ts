import "server-only";
import { z } from "zod";
import { definePlatformJob } from "@/lib/platform/jobs/define-job";
import { systemSealAllConsents } from "./commands/seal-consents";

export const sealConsentsJob = definePlatformJob({
  name: "consent.seal",
  payload: z.looseObject({}),
  handlePlatform: () => systemSealAllConsents(),
});
