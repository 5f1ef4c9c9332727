import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { getOccurrence } from "./queries/get-occurrence";
import { listDeliveries } from "./queries/list-deliveries";
import { DELIVERY_STATUSES, OCCURRENCE_STATUSES } from "./rules";

const instant = z.iso.datetime();
const count = z.int().min(0);

export const occurrenceSchema = z
  .object({
    id: z.uuid(),
    announcementId: z.uuid(),
    blockId: z.uuid().nullable().meta({ description: "Its interactive block: GET /blocks/{id}" }),
    dueAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    retractedAt: instant.nullable(),
    evergreenUntil: instant.nullable().meta({ description: "Until then it reaches who joins, too" }),
    late: count.meta({ description: "How many of its people joined after it began" }),
    status: z.enum(OCCURRENCE_STATUSES),
    counts: z.object({
      queued: count,
      sent: count,
      delivered: count,
      read: count,
      skipped: count,
      failed: count,
      unknown: count,
    }),
  })
  .meta({ id: "Occurrence" });

export const deliverySchema = z
  .object({
    memberId: z.uuid(),
    channel: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    reason: z.string().nullable(),
    attempts: count,
    sentAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    readAt: instant.nullable(),
  })
  .meta({ id: "Delivery" });

const params = z.object({ id: z.uuid() });

export const getOccurrenceRoute = defineRoute({
  method: "GET",
  path: "/occurrences/{id}",
  scope: "announcements:read",
  summary: "One sending with its exclusive counts",
  params,
  response: occurrenceSchema,
  run: (ctx, { params: { id } }) => getOccurrence(ctx, id),
});

export const listDeliveriesRoute = defineRoute({
  method: "GET",
  path: "/occurrences/{id}/deliveries",
  scope: "announcements:read",
  summary: "The deliveries of a sending, one per person",
  params,
  query: pageQuery.extend({ status: z.enum(DELIVERY_STATUSES).optional() }),
  response: z.object({ data: z.array(deliverySchema), nextCursor: z.string().nullable() }),
  exists: async (ctx, { id }) => {
    await getOccurrence(ctx, id);
  },
  run: (ctx, { params: { id }, query }) => listDeliveries(ctx, { occurrenceId: id, ...query }),
});
