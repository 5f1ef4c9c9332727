import { z } from "zod";
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_SUBJECTS } from "@/lib/audit/types";

/** What a list or an export of the audit log is narrowed by; `from` belongs to it, `to` does not. */
export const auditFilterFields = {
  /** The staff user, key or member who acted; a user stands for all their keys too. */
  actorId: z.uuid().optional(),
  actorKind: z.enum(AUDIT_ACTORS).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  subjectKind: z.enum(AUDIT_SUBJECTS).optional(),
  /** The history of one object; for a community also of what happened in it. */
  subjectId: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
};
export const auditFilter = z.object(auditFilterFields);
export type AuditFilter = z.output<typeof auditFilter>;

const day = z.iso.date().optional().catch(undefined);

/** The same in the address of the page: days of the tenant's zone, and what cannot be read is passed over. */
export const auditSearch = z.object({
  actor: z.uuid().optional().catch(undefined),
  action: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  kind: z.enum(AUDIT_SUBJECTS).optional().catch(undefined),
  subject: z.uuid().optional().catch(undefined),
  /** Looks for objects by name, to choose one of them. */
  find: z.string().trim().max(200).optional().catch(undefined),
  from: day,
  to: day,
  cursor: z.string().max(500).optional().catch(undefined),
});
export type AuditSearch = z.output<typeof auditSearch>;
