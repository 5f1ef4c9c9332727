import "server-only";
import { z } from "zod";
import { AUDIT_ACTORS } from "@/lib/audit/types";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { exportAudit } from "./queries/export-audit";
import { listAuditEvents } from "./queries/list-audit-events";
import { auditFilterFields } from "./schema";

const values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

const auditEventSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(AUDIT_ACTORS),
      id: z.uuid().nullable(),
      userId: z.uuid().nullable(),
      role: z.string(),
      name: z.string(),
    }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.uuid().nullable(), name: z.string() }),
    communityId: z.uuid().nullable(),
    before: values.nullable(),
    after: values.nullable(),
    details: values,
    ip: z.string().nullable(),
    position: z.int().nullable(),
    hash: z.string().nullable(),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: "AuditEvent" });

export const exportAuditRoute = defineRoute({
  method: "GET",
  path: "/audit-events/export",
  scope: "audit:read",
  summary: "The same events, all of them, as a file of JSON or CSV; the export itself is audited",
  query: z.object({ ...auditFilterFields, format: z.enum(["csv", "json"]).default("json") }),
  response: z.array(
    auditEventSchema.extend({ covered: z.string().meta({ description: "What the hash covers" }) }),
  ),
  run: async (ctx, { query: { format, ...filter } }) =>
    new Response(await exportAudit(ctx, filter, format), {
      headers: {
        "content-type": format === "json" ? "application/json" : "text/csv; charset=utf-8",
        "cache-control": "no-store",
      },
    }),
});

export const listAuditEventsRoute = defineRoute({
  method: "GET",
  path: "/audit-events",
  scope: "audit:read",
  summary: "Who did what, on whom, when and from where, newest first: append-only, with before and after",
  query: pageQuery.extend(auditFilterFields),
  response: z.object({ data: z.array(auditEventSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query: { limit, cursor, ...filter } }) =>
    listAuditEvents(ctx, filter, { limit, cursor }),
});
