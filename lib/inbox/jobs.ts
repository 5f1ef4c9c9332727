import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { takeEventsJob } from "@/lib/whatsapp/job-names";
import { systemWakeConversation } from "./commands/change-conversations";
import { systemSendReply } from "./commands/send-reply";
import { systemTakeWhatsapp } from "./commands/take-whatsapp";
import { sendReplyJob, wakeJob } from "./job-names";

export const takeWhatsappEventsJob = defineJob({
  ...takeEventsJob,
  handle: (ctx) => systemTakeWhatsapp(ctx),
});

export const sendInboxReplyJob = defineJob({
  ...sendReplyJob,
  handle: (ctx, { messageId }) => systemSendReply(ctx, messageId),
});

export const wakeConversationJob = defineJob({
  ...wakeJob,
  handle: (ctx, { conversationId }) => systemWakeConversation(ctx, conversationId),
});
