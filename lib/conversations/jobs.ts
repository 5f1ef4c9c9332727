import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { showPreview } from "./commands/show-preview";
import { previewLinkJob as previewLink } from "./job-names";

export const previewLinkJob = defineJob({
  ...previewLink,
  handle: (ctx, { previewId }) => showPreview(ctx, previewId),
});
