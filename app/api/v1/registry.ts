import * as staff from "@/lib/accounts/staff-api";
import * as announcements from "@/lib/announcements/api";
import * as askers from "@/lib/announcements/askers-api";
import * as announcementRelay from "@/lib/announcements/relay-api";
import * as announcementReport from "@/lib/announcements/report-api";
import * as announcementSeries from "@/lib/announcements/series-api";
import * as announcementStream from "@/lib/announcements/stream-api";
import * as announcementTransitions from "@/lib/announcements/transitions-api";
import * as auditLog from "@/lib/audit-log/api";
import * as bans from "@/lib/bans/api";
import * as billing from "@/lib/billing/api";
import * as invoices from "@/lib/billing/invoices-api";
import * as blocks from "@/lib/blocks/api";
import * as bulkActs from "@/lib/bulk-acts/api";
import * as calendar from "@/lib/calendar/api";
import * as communities from "@/lib/communities/api";
import * as communityGrants from "@/lib/communities/grants-api";
import * as consent from "@/lib/consent/api";
import * as conversations from "@/lib/conversations/api";
import * as conversationCare from "@/lib/conversations/care-api";
import * as delivery from "@/lib/delivery/api";
import * as coverage from "@/lib/delivery/coverage-api";
import * as feedback from "@/lib/feedback/api";
import * as feedbackDigest from "@/lib/feedback/digest-api";
import * as ideas from "@/lib/feedback/ideas-api";
import * as feedbackScores from "@/lib/feedback/scores-api";
import * as feedbackForms from "@/lib/feedback-forms/api";
import * as fields from "@/lib/fields/api";
import * as groups from "@/lib/groups/api";
import * as groupSuggestions from "@/lib/groups/suggestions-api";
import * as health from "@/lib/health/api";
import * as imports from "@/lib/imports/api";
import * as inbox from "@/lib/inbox/api";
import * as inboxWords from "@/lib/inbox/words-api";
import * as invites from "@/lib/invites/api";
import * as joinRequests from "@/lib/invites/requests-api";
import * as media from "@/lib/media-access/api";
import * as members from "@/lib/members/api";
import * as memberships from "@/lib/memberships/api";
import * as membershipsInBulk from "@/lib/memberships/bulk-api";
import * as membershipHistory from "@/lib/memberships/history-api";
import * as mutes from "@/lib/memberships/mutes-api";
import * as succession from "@/lib/memberships/succession-api";
import * as suspension from "@/lib/memberships/suspension-api";
import * as merges from "@/lib/merges/api";
import * as duplicates from "@/lib/merges/duplicates-api";
import * as notes from "@/lib/notes/api";
import * as permissions from "@/lib/permissions/api";
import type { RouteSpec } from "@/lib/platform/http/route-spec";
import * as privacy from "@/lib/privacy/api";
import * as privacyRequests from "@/lib/privacy/requests-api";
import * as push from "@/lib/push/api";
import * as relay from "@/lib/relay/api";
import * as segments from "@/lib/segments/api";
import * as tags from "@/lib/tags/api";
import * as templates from "@/lib/templates/api";
import * as tenantLife from "@/lib/tenant-life/api";
import * as ownership from "@/lib/tenant-life/transfers-api";
import * as tenants from "@/lib/tenants/api";
import * as timeline from "@/lib/timeline/api";
import * as whatsapp from "@/lib/whatsapp/api";

// Every endpoint of the REST API: the source of its description and of the tests that walk all of them. An endpoint that
// a route.ts serves and that is not found here fails the build.
const modules: Record<string, unknown>[] = [
  announcementStream,
  announcementTransitions,
  announcements,
  announcementReport,
  announcementSeries,
  announcementRelay,
  bans,
  auditLog,
  billing,
  bulkActs,
  invoices,
  calendar,
  delivery,
  communities,
  communityGrants,
  consent,
  conversations,
  conversationCare,
  coverage,
  blocks,
  duplicates,
  askers,
  feedback,
  ideas,
  feedbackDigest,
  feedbackForms,
  feedbackScores,
  fields,
  groups,
  groupSuggestions,
  health,
  imports,
  inbox,
  inboxWords,
  invites,
  joinRequests,
  media,
  members,
  memberships,
  membershipsInBulk,
  membershipHistory,
  mutes,
  merges,
  notes,
  permissions,
  succession,
  suspension,
  privacy,
  privacyRequests,
  push,
  relay,
  segments,
  templates,
  staff,
  tags,
  tenantLife,
  ownership,
  tenants,
  timeline,
  whatsapp,
];

// biome-ignore lint/suspicious/noExplicitAny: routes with different inputs; each validates its own.
export const routes: RouteSpec<any, any, any>[] = modules.flatMap((module) =>
  Object.values(module).filter(isRoute),
);

// biome-ignore lint/suspicious/noExplicitAny: see above.
function isRoute(value: unknown): value is RouteSpec<any, any, any> {
  return typeof value === "object" && value !== null && "path" in value && "run" in value;
}
