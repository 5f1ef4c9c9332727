import { Temporal } from "temporal-polyfill";
import type { AuditFilter, AuditSearch } from "./schema";

/** The filter of an address: its days begin and end in the tenant's zone, the last one included. */
export function filterOf({ actor, action, kind, subject, from, to }: AuditSearch, zone: string): AuditFilter {
  return {
    actorId: actor,
    action,
    subjectKind: kind,
    subjectId: subject,
    from: from && startOf(from, zone),
    to: to && startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone),
  };
}

/** The first instant of a day in a zone: midnight, or what follows where a clock jumps over it (X1). */
function startOf(day: string, zone: string): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return start.toInstant().toString();
}
