import type { AuditActor, AuditSubject, AuditValues } from "@/lib/audit/types";

/** One event as its readers get it; names are those of now, empty for who or what is gone (X29). */
export type AuditEvent = {
  id: string;
  at: Date;
  /** `role`: the role they acted in, or the purpose of the system. `userId`: the person behind a staff role or a key. */
  actor: { kind: AuditActor; id: string | null; userId: string | null; role: string; name: string };
  action: string;
  subject: { kind: string; id: string | null; name: string };
  communityId: string | null;
  before: AuditValues | null;
  after: AuditValues | null;
  details: AuditValues;
  ip: string | null;
  /** Its place in the chain of hashes; null for the newest, which are chained within the minute. */
  position: number | null;
  hash: string | null;
  /** The names of now of the ids among its values. */
  names: Record<string, string>;
};

/** Somebody who may have acted, for the filter. */
export type AuditPerson = { id: string; name: string; kind: "staff" | "former" };

/** Something that the log may speak of, to choose it as what is looked at. */
export type AuditObject = { id: string; kind: AuditSubject; name: string };

/** How far the chain of hashes goes, what is not in it yet, and where it first breaks. */
export type ChainState = { chained: number; loose: number; brokenAt: number | null };
