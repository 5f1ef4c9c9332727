import type { ApiRow, JobRow, PageRow } from "../row-types";

const readers = ["owner", "admin"] as const;

export const auditLogApi: Record<string, ApiRow> = {
  "GET /audit-events": { allowed: readers, seeAs: 403, tells: "names" },
  "GET /audit-events/export": { allowed: readers, seeAs: 403, tells: "names" },
};

export const auditJobs: Record<string, JobRow> = {
  "audit.seal": { platform: "by the clock, over the tenants that have something to chain" },
};

export const auditLogPages: Record<string, PageRow> = {
  "/t/[tenant]/settings/audit": { allowed: readers, tells: "names" },
  "GET /t/[tenant]/settings/audit/export": { allowed: readers, tells: "names" },
};
