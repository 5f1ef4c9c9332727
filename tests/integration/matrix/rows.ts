import type { Place } from "./place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "./row-types";
import { accountsActions, accountsJobs, accountsPages } from "./rows/accounts";
import { announcementsApi, announcementsJobs } from "./rows/announcements";
import { communitiesApi, groupsApi, invitesApi, membershipsApi } from "./rows/communities";
import { conversationsApi, strangerPosts } from "./rows/conversations";
import { feedbackActions, feedbackApi, feedbackPages, strangerSendsFeedback } from "./rows/feedback";
import { importsApi, importsJobs } from "./rows/imports";
import { platformActions, platformJobs } from "./rows/platform";
import { portalActions, portalPages } from "./rows/portal";
import { tenantsApi } from "./rows/tenants";

// The rows of the matrix, a file per noun in rows/. What the product has and has no row here fails coverage.test.ts, and a
// row of something that is gone does too.
export const apiRows: Record<string, ApiRow> = {
  ...announcementsApi,
  ...communitiesApi,
  ...conversationsApi,
  ...feedbackApi,
  ...groupsApi,
  ...importsApi,
  ...invitesApi,
  ...membershipsApi,
  ...tenantsApi,
};
export const actionRows: Record<string, ActionRow> = {
  ...feedbackActions,
  ...portalActions,
  ...accountsActions,
  ...platformActions,
};
export const jobRows: Record<string, JobRow> = {
  ...accountsJobs,
  ...announcementsJobs,
  ...importsJobs,
  ...platformJobs,
};
/** Pages and route handlers of the dashboard and the portal. */
export const pageRows: Record<string, PageRow> = { ...feedbackPages, ...portalPages, ...accountsPages };

/** What the stranger of a place leaves behind, and members without a common group must not find. */
export async function strangerActs(place: Place): Promise<void> {
  await strangerPosts(place);
  await strangerSendsFeedback(place);
}
