import { sendStaffMailJob, signInMailJob } from "@/lib/accounts/jobs";
import {
  drainOccurrenceJob,
  reachNewcomersJob,
  releaseHeldAnnouncementsJob,
  startAnnouncementJob,
  sweepEvergreensJob,
  sweepSendingsJob,
} from "@/lib/announcements/jobs";
import { sealAuditJob } from "@/lib/audit/jobs";
import {
  followDeletion,
  handleStripeEventsJob,
  pushProfile,
  reconcileBillingJob,
  reconcileTenantBillingJob,
  storeInvoicePdfJob,
  tellFinance,
  tellInvoice,
  watchBillingJob,
  watchTenant,
} from "@/lib/billing/jobs";
import { closeBlockOnTimeJob } from "@/lib/blocks/jobs";
import { runBulkActJob } from "@/lib/bulk-acts/jobs";
import { sealConsentsJob } from "@/lib/consent/jobs";
import { previewLinkJob, tellMentionsJob } from "@/lib/conversations/jobs";
import { settleOccurrenceJob } from "@/lib/delivery/jobs";
import { sendDigestsJob, tellOutcomeJob, tellOverdueJob, watchFeedbackJob } from "@/lib/feedback/jobs";
import { forgetContactsJob, sweepContactsJob } from "@/lib/feedback-forms/jobs";
import { admitWaitingJob, sweepWaitingJob, tellComeInJob, tellSuggestionJob } from "@/lib/groups/jobs";
import { runImportJob } from "@/lib/imports/jobs";
import { sendInboxReplyJob, takeWhatsappEventsJob, wakeConversationJob } from "@/lib/inbox/jobs";
import { sweepMediaJob } from "@/lib/media/jobs";
import { sendAdminMailJob, tellLoneAdminsJob, watchAdminsJob } from "@/lib/memberships/jobs";
import { forgetKeptJob, sweepMergesJob } from "@/lib/merges/jobs";
import type { Job, PlatformJob } from "@/lib/platform/jobs/define-job";
import { sendMailJob } from "@/lib/platform/mail/send-mail";
import { forgetExpiredJob, forgetSamplesJob, removeFilesJob } from "@/lib/privacy/jobs";
import { eraseTenantJob, sweepTenantsJob } from "@/lib/tenant-life/jobs";

/** Every job that the worker knows, by import: a job that is not here is never run. */
// biome-ignore lint/suspicious/noExplicitAny: a list of jobs with different payloads; each validates its own.
export const jobs: readonly (Job<any> | PlatformJob<any>)[] = [
  runImportJob,
  runBulkActJob,
  sendMailJob,
  signInMailJob,
  startAnnouncementJob,
  drainOccurrenceJob,
  reachNewcomersJob,
  releaseHeldAnnouncementsJob,
  sweepSendingsJob,
  sweepEvergreensJob,
  closeBlockOnTimeJob,
  settleOccurrenceJob,
  takeWhatsappEventsJob,
  sendInboxReplyJob,
  wakeConversationJob,
  handleStripeEventsJob,
  reconcileBillingJob,
  reconcileTenantBillingJob,
  storeInvoicePdfJob,
  sealAuditJob,
  sealConsentsJob,
  admitWaitingJob,
  tellComeInJob,
  tellSuggestionJob,
  sweepWaitingJob,
  pushProfile,
  tellFinance,
  tellInvoice,
  watchBillingJob,
  watchTenant,
  sendStaffMailJob,
  watchAdminsJob,
  tellLoneAdminsJob,
  sendAdminMailJob,
  forgetKeptJob,
  sweepMergesJob,
  followDeletion,
  eraseTenantJob,
  tellOutcomeJob,
  tellOverdueJob,
  sendDigestsJob,
  watchFeedbackJob,
  forgetContactsJob,
  sweepContactsJob,
  sweepTenantsJob,
  removeFilesJob,
  forgetSamplesJob,
  forgetExpiredJob,
  sweepMediaJob,
  previewLinkJob,
  tellMentionsJob,
];
