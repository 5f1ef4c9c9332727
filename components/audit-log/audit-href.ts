import type { AuditSearch } from "@/lib/audit-log/schema";

/** The address of the log with these filters. */
export function auditHref(
  base: string,
  search: Partial<AuditSearch> & { check?: string; format?: string },
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value);
  return query.size > 0 ? `${base}?${query}` : base;
}
