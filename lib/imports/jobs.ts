import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { runImport } from "./commands/run-import";

/** Works an uploaded file off. */
export const runImportJob = defineJob({
  name: "run_import",
  payload: z.object({ importId: z.uuid() }),
  handle: (ctx, { importId }) => runImport(ctx, { importId }),
});
