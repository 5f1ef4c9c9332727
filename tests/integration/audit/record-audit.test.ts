import { expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { newId } from "@/lib/shared/ids";
import { aWorld } from "../../support/world";

test("R6: an event says who, what, on whom, when and from where, in its tenant only", async () => {
  const { here, there } = await aWorld();
  const ctx = { ...here.as("admin"), ip: "203.0.113.7" };
  const subjectId = newId();
  await recordAudit(ctx, {
    action: "staff.removed",
    subjectKind: "staff",
    subjectId,
    details: { role: "agent" },
  });
  const [event] = await ctx.db.auditEvent.findMany();
  expect(event).toMatchObject({
    actorKind: "staff",
    actorId: here.staff.admin.staffId,
    actorLabel: "admin",
    action: "staff.removed",
    subjectId,
    details: { role: "agent" },
    ip: "203.0.113.7",
    createdAt: ctx.now,
  });
  expect(await there.as("owner").db.auditEvent.count()).toBe(0);
});

test("R6: the audit is append-only: the application can neither change nor delete an event", async () => {
  const { here } = await aWorld();
  const ctx = here.as("owner");
  await recordAudit(ctx, { action: "key.created" });
  await expect(ctx.db.auditEvent.updateMany({ data: { action: "x" } })).rejects.toThrow(/permission denied/);
  await expect(ctx.db.auditEvent.deleteMany()).rejects.toThrow(/permission denied/);
});
