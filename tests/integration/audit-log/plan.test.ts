import { beforeAll, expect, test } from "vitest";
import { listAuditEvents } from "@/lib/audit-log/queries/list-audit-events";
import { listAuditPeople } from "@/lib/audit-log/queries/list-audit-people";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { plansOf, plansWithin } from "../../support/plans";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
const subjectId = newId();

// 60,000 acts of the tenant over a year, a few on one object, and a neighbour's as many.
beforeAll(async () => {
  here = await aTenant();
  const there = await aTenant();
  for (const { tenantId, staff } of [here, there]) {
    const { staffId, userId } = staff.owner;
    await asOwner(
      process.env.DATABASE_URL ?? "",
      `INSERT INTO audit_events (tenant_id, id, actor_kind, actor_id, actor_user_id, action, subject_kind, subject_id, created_at)
       SELECT $1, new_id(), 'staff', $2::uuid, $3::uuid, CASE WHEN n % 997 = 0 THEN 'key.created' ELSE 'member.seen_as' END,
         CASE WHEN n % 20011 = 0 THEN 'segment' ELSE 'member' END, CASE WHEN n % 9973 = 0 THEN $4::uuid ELSE gen_random_uuid() END, now() - n * interval '9 minutes'
       FROM generate_series(1, 60000) n`,
      [tenantId, staffId, userId, subjectId],
    );
  }
  await asOwner(process.env.DATABASE_URL ?? "", "ANALYZE audit_events");
}, 120_000);

test.each([
  ["nothing", {}],
  ["the actor", () => ({ actorId: here.staff.owner.userId })],
  ["an actor who did nothing", { actorId: newId() }],
  ["a rare action", { action: "key.created" as const }],
  ["an object", { subjectId }],
  ["an object and an action", { subjectId, action: "member.seen_as" as const }],
  ["a rare kind of object", { subjectKind: "segment" as const }],
  ["a period", { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }],
])("filtered by %s, the log reads an index and never the whole table", async (_, given) => {
  const filter = typeof given === "function" ? given() : given;
  const plans = await plansOf(here.as("owner"), (ctx) => listAuditEvents(ctx, filter, { limit: 50 }));
  const text = plans.filter((plan) => plan.includes("audit_events")).join("\n");
  expect(text).toMatch(/Index Scan|Bitmap Index Scan/);
  expect(text).not.toContain("Seq Scan on audit_events");
});

test.each([
  ["an object", { subjectId }, "audit_events_of_subject"],
  ["an object, on its second page", { subjectId, second: true }, "audit_events_of_subject"],
  ["an object and its kind", { subjectId, subjectKind: "member" as const }, "audit_events_of_subject"],
  ["a rare kind", { subjectKind: "segment" as const }, "audit_events_of_kind"],
])("the history of %s steps over its own index under row-level security", async (_, given, index) => {
  const { second = false, ...filter } = given as { second?: boolean; subjectId?: string };
  const ctx = here.as("owner");
  const first = await listAuditEvents(ctx, filter, { limit: 2 });
  const cursor = second ? (first.nextCursor ?? undefined) : undefined;
  const told = await plansWithin(ctx, (watched) => listAuditEvents(watched, filter, { limit: 50, cursor }));
  expect(told).toContain(index);
  const removed = [...told.matchAll(/Rows Removed by Filter: (\d+)/g)].map(([, rows]) => Number(rows));
  expect(Math.max(0, ...removed)).toBeLessThan(100);
});

test("who has acted is found by steps over the index, not by reading the log", async () => {
  const plans = await plansOf(here.as("owner"), (ctx) => listAuditPeople(ctx));
  expect(plans.join("\n")).not.toContain("Seq Scan on audit_events");
  expect(await listAuditPeople(here.as("owner"))).toHaveLength(5);
});
