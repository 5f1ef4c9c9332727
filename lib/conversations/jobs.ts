import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { showPreview } from "./commands/show-preview";
import { tellMentions } from "./commands/tell-mentions";
import { previewLinkJob as previewLink, tellMentionsJob as tellMentionsName } from "./job-names";

export const previewLinkJob = defineJob({
  ...previewLink,
  handle: (ctx, { previewId }) => showPreview(ctx, previewId),
});

export const tellMentionsJob = defineJob({
  ...tellMentionsName,
  handle: (ctx, { messageId }) => tellMentions(ctx, messageId),
});
