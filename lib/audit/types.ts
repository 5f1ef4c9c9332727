/** Every sensitive act that is recorded (R6), as `noun.verb`. A new one gets its words under `audit.actions`. */
export const AUDIT_ACTIONS = [
  "audit.exported",
  "billing.cancelled",
  "billing.checkout_started",
  "billing.plan_change_called_off",
  "billing.plan_change_requested",
  "billing.profile_saved",
  "billing.resumed",
  "community.archived",
  "community.created",
  "community.deleted",
  "community.grants_set",
  "community.restored",
  "community.role_changed",
  "community.succeeded",
  "community.successor_named",
  "community.updated",
  "consent.ledger_exported",
  "field.deleted",
  "group.archived",
  "group.deleted",
  "group.moved",
  "group.restored",
  "group.role_changed",
  "group.succeeded",
  "group.successor_named",
  "group.split",
  "group.updated",
  "import.started",
  "import.undone",
  "invite.created",
  "invite.revoked",
  "key.created",
  "key.revoked",
  "member.banned",
  "member.erased",
  "member.merge_undone",
  "member.merged",
  "member.reinstated",
  "member.seen_as",
  "member.suspended",
  "member.unbanned",
  "message.removed",
  "plan.changed",
  "staff.grants_set",
  "staff.invitation_revoked",
  "staff.invited",
  "staff.joined",
  "staff.removed",
  "staff.role_changed",
  "tenant.deletion_scheduled",
  "tenant.deletion_undone",
  "tenant.ownership_transferred",
  "tenant.updated",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an act was done to. */
export const AUDIT_SUBJECTS = [
  "api_key",
  "audit",
  "community",
  "consent",
  "group",
  "import",
  "invitation",
  "invite",
  "member",
  "message",
  "staff",
  "tenant",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export const AUDIT_ACTORS = ["staff", "member", "api_key", "system"] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** Ids, codes, numbers and the tenant's own names of things: never personal data, which must not outlive an erasure (X29). */
export type AuditValue = string | number | boolean | null | readonly string[];
export type AuditValues = Record<string, AuditValue>;
