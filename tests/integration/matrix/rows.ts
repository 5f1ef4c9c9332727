import type { Place } from "./place";
import type { ActionRow, ApiRow, JobRow, MailRow, OtherRow, PageRow } from "./row-types";
import { accountsActions, accountsJobs, accountsMails, accountsPages } from "./rows/accounts";
import {
  announcementsActions,
  announcementsApi,
  announcementsJobs,
  announcementsMails,
  announcementsPages,
} from "./rows/announcements";
import { auditJobs, auditLogApi, auditLogPages } from "./rows/audit-log";
import { bansActions, bansApi, bansPages } from "./rows/bans";
import { billingActions, billingApi, billingJobs, billingMails, billingPages } from "./rows/billing";
import { blocksActions, blocksApi, blocksJobs, blocksPages } from "./rows/blocks";
import { bulkActsActions, bulkActsApi, bulkActsJobs, bulkActsPages } from "./rows/bulk-acts";
import { calendarActions, calendarApi, calendarPages } from "./rows/calendar";
import { cardActions, cardApi, cardPages } from "./rows/card";
import { careActions, careApi, careJobs, careMails, carePages } from "./rows/care";
import {
  communitiesActions,
  communitiesApi,
  communitiesPages,
  groupsApi,
  invitesApi,
  membershipsApi,
} from "./rows/communities";
import {
  conversationsActions,
  conversationsApi,
  conversationsJobs,
  conversationsPages,
  strangerPosts,
} from "./rows/conversations";
import {
  feedbackActions,
  feedbackApi,
  feedbackJobs,
  feedbackMails,
  feedbackPages,
  strangerSendsFeedback,
} from "./rows/feedback";
import { healthApi, healthPages } from "./rows/health";
import { importsActions, importsApi, importsJobs, importsPages } from "./rows/imports";
import { inboxActions, inboxApi, inboxJobs, inboxMails, inboxPages } from "./rows/inbox";
import { mediaApi, mediaJobs, mediaPages } from "./rows/media";
import { consentJobs, membersActions, membersApi, membersJobs, membersPages } from "./rows/members";
import { duplicatesApi, mergesActions, mergesApi, mergesJobs, mergesPages } from "./rows/merges";
import { openRows } from "./rows/open";
import { permissionsApi, permissionsPages } from "./rows/permissions";
import { platformActions, platformJobs, platformOthers } from "./rows/platform";
import { portalActions, portalPages } from "./rows/portal";
import { privacyActions, privacyApi, privacyMails, privacyPages } from "./rows/privacy";
import { relayActions, relayApi, relayMails, relayPages } from "./rows/relay";
import { segmentsActions, segmentsApi, segmentsPages } from "./rows/segments";
import { templatesActions, templatesApi, templatesPages } from "./rows/templates";
import {
  tenantLifeActions,
  tenantLifeApi,
  tenantLifeJobs,
  tenantLifeMails,
  tenantLifePages,
} from "./rows/tenant-life";
import { tenantsApi } from "./rows/tenants";
import { waysInActions, waysInApi, waysInJobs, waysInMails, waysInPages } from "./rows/ways-in";

// The rows of the matrix, a file per noun in rows/. What the product has and has no row here fails coverage.test.ts, and a
// row of something that is gone does too.
export const apiRows: Record<string, ApiRow> = {
  ...announcementsApi,
  ...auditLogApi,
  ...bansApi,
  ...billingApi,
  ...blocksApi,
  ...bulkActsApi,
  ...calendarApi,
  ...cardApi,
  ...careApi,
  ...communitiesApi,
  ...conversationsApi,
  ...duplicatesApi,
  ...feedbackApi,
  ...inboxApi,
  ...groupsApi,
  ...healthApi,
  ...importsApi,
  ...mediaApi,
  ...invitesApi,
  ...membersApi,
  ...membershipsApi,
  ...mergesApi,
  ...permissionsApi,
  ...privacyApi,
  ...relayApi,
  ...segmentsApi,
  ...templatesApi,
  ...tenantLifeApi,
  ...tenantsApi,
  ...waysInApi,
};
export const actionRows: Record<string, ActionRow> = {
  ...accountsActions,
  ...announcementsActions,
  ...bansActions,
  ...billingActions,
  ...blocksActions,
  ...bulkActsActions,
  ...calendarActions,
  ...cardActions,
  ...careActions,
  ...communitiesActions,
  ...conversationsActions,
  ...feedbackActions,
  ...inboxActions,
  ...importsActions,
  ...membersActions,
  ...mergesActions,
  ...platformActions,
  ...portalActions,
  ...privacyActions,
  ...relayActions,
  ...segmentsActions,
  ...templatesActions,
  ...tenantLifeActions,
  ...waysInActions,
};
export const jobRows: Record<string, JobRow> = {
  ...accountsJobs,
  ...announcementsJobs,
  ...auditJobs,
  ...billingJobs,
  ...blocksJobs,
  ...bulkActsJobs,
  ...careJobs,
  ...consentJobs,
  ...conversationsJobs,
  ...feedbackJobs,
  ...importsJobs,
  ...inboxJobs,
  ...mediaJobs,
  ...membersJobs,
  ...mergesJobs,
  ...platformJobs,
  ...tenantLifeJobs,
  ...waysInJobs,
};
/** Pages and route handlers of the dashboard and the portal. */
export const pageRows: Record<string, PageRow> = {
  ...accountsPages,
  ...announcementsPages,
  ...auditLogPages,
  ...bansPages,
  ...billingPages,
  ...blocksPages,
  ...bulkActsPages,
  ...calendarPages,
  ...cardPages,
  ...carePages,
  ...communitiesPages,
  ...conversationsPages,
  ...feedbackPages,
  ...inboxPages,
  ...healthPages,
  ...importsPages,
  ...mediaPages,
  ...membersPages,
  ...mergesPages,
  ...permissionsPages,
  ...portalPages,
  ...privacyPages,
  ...relayPages,
  ...segmentsPages,
  ...templatesPages,
  ...tenantLifePages,
  ...waysInPages,
};

/** Pages and handlers outside of both. */
export { openRows };
export const mailRows: Record<string, MailRow> = {
  ...accountsMails,
  ...announcementsMails,
  ...billingMails,
  ...careMails,
  ...feedbackMails,
  ...inboxMails,
  ...privacyMails,
  ...relayMails,
  ...tenantLifeMails,
  ...waysInMails,
};
export const otherRows: Record<string, OtherRow> = { ...platformOthers };

/** What the stranger of a place leaves behind, and members without a common group must not find. */
export async function strangerActs(place: Place): Promise<void> {
  await strangerPosts(place);
  await strangerSendsFeedback(place);
}
