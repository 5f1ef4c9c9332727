import type { StaffRole } from "@/lib/shared/actor";

/**
 * Permissions are data (R1): what each staff role may do. `granted` means only in the communities granted to them (R2).
 * Read by the server, the pages and `docs/permissions.md`. What is not here is refused.
 */
export const STAFF_PERMISSIONS = {
  "communities.view": { owner: "all", admin: "all", marketer: "granted", agent: "granted" },
  "communities.manage": { owner: "all", admin: "all" },
  "groups.manage": { owner: "all", admin: "all" },
  "members.view": { owner: "all", admin: "all", marketer: "granted", agent: "granted" },
  "members.viewPhone": { owner: "all", admin: "all" },
  "members.manage": { owner: "all", admin: "all" },
  "imports.run": { owner: "all", admin: "all" },
  "invites.manage": { owner: "all", admin: "all" },
  "announcements.view": { owner: "all", admin: "all", marketer: "granted", agent: "granted" },
  "announcements.send": { owner: "all", admin: "all", marketer: "granted" },
  "feedback.view": { owner: "all", admin: "all", marketer: "granted", agent: "granted" },
  "feedback.answer": { owner: "all", admin: "all", agent: "granted" },
  "messages.moderate": { owner: "all", admin: "all", agent: "granted" },
  "billing.view": { owner: "all", admin: "all", finance: "all" },
  "billing.manage": { owner: "all", admin: "all", finance: "all" },
  "staff.manage": { owner: "all", admin: "all" },
  "grants.manage": { owner: "all", admin: "all" },
  "apiKeys.manage": { owner: "all", admin: "all" },
  "audit.view": { owner: "all", admin: "all" },
  "settings.manage": { owner: "all", admin: "all" },
  "seeAs.use": { owner: "all", admin: "all" },
  "tenant.transfer": { owner: "all" },
  "tenant.delete": { owner: "all" },
} as const satisfies Record<string, Partial<Record<StaffRole, "all" | "granted">>>;

export type StaffAction = keyof typeof STAFF_PERMISSIONS;

/** How far a role reaches with an action: everywhere, in granted communities, or not at all. */
export function reachOf(role: StaffRole, action: StaffAction): "all" | "granted" | "none" {
  const row: Partial<Record<StaffRole, "all" | "granted">> | undefined = STAFF_PERMISSIONS[action];
  return row?.[role] ?? "none";
}
