import type { ActionRow, ApiRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;

export const calendarActions: Record<string, ActionRow> = {
  "calendar/makeCalendarLinkAction": {
    for: "staff",
    allowed: viewers,
    form: () => ({}),
    tells: "nobody",
  },
  "calendar/revokeCalendarLinkAction": {
    for: "staff",
    allowed: ["owner", "admin", "marketer", "finance", "agent"],
    form: () => ({}),
    tells: "nobody",
  },
};

export const calendarApi: Record<string, ApiRow> = {
  "GET /calendar-link": { allowed: viewers, reach: "everywhere", seeAs: 403, tells: "nobody" },
  "POST /calendar-link": { allowed: viewers, reach: "everywhere", tells: "nobody" },
  "DELETE /calendar-link": {
    allowed: ["owner", "admin", "marketer", "finance", "agent"],
    reach: "everywhere",
    tells: "nobody",
  },
};

export const calendarPages: Record<string, PageRow> = {
  "/t/[tenant]/announcements/calendar/feed": { allowed: viewers, tells: "nobody" },
};
