import type { ActionRow, JobRow } from "../row-types";

export const platformActions: Record<string, ActionRow> = {
  "platform/chooseLocale": { for: "visitor", why: "a cookie of the browser" },
  "platform/chooseTheme": { for: "visitor", why: "a cookie of the browser" },
};

export const platformJobs: Record<string, JobRow> = {
  send_mail: { platform: "the mail is in the payload; no tenant is read" },
};
