import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { sealAudit, systemSealAll } from "@/lib/audit/commands/seal-audit";
import { checkChain } from "@/lib/audit-log/queries/check-chain";
import { exportAudit } from "@/lib/audit-log/queries/export-audit";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

const owned = (sql: string, values: unknown[] = []) => asOwner(process.env.DATABASE_URL ?? "", sql, values);

async function acts(here: Neighbour, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await recordAudit(
      { ...here.as("owner"), ip: "203.0.113.7" },
      {
        action: "staff.role_changed",
        subjectKind: "staff",
        subjectId: newId(),
        before: { role: "agent" },
        after: { role: "marketer" },
      },
    );
}

test("R6: events are chained in the order of their ids, each tenant for itself", async () => {
  const { here, there } = await aWorld();
  await acts(here, 5);
  await acts(there, 2);
  await systemSealAll();
  await acts(here, 1);
  expect(await checkChain(there.as("owner"))).toEqual({ chained: 2, loose: 0, brokenAt: null });
  expect(await checkChain(here.as("owner"))).toEqual({ chained: 6, loose: 0, brokenAt: null });
});

test("two who chain at once make one chain", async () => {
  const here = await aTenant();
  await acts(here, 20);
  await Promise.all(Array.from({ length: 4 }, () => sealAudit(here.as("owner").db)));
  expect(await checkChain(here.as("owner"))).toEqual({ chained: 20, loose: 0, brokenAt: null });
});

test.each([
  ["changed", `UPDATE audit_events SET action = 'key.created' WHERE tenant_id = $1 AND position = 3`, 3],
  ["taken out", `DELETE FROM audit_events WHERE tenant_id = $1 AND position = 3`, 4],
  [
    "changed in its difference",
    `UPDATE audit_events SET after = '{"role":"owner"}' WHERE tenant_id = $1 AND position = 2`,
    2,
  ],
])("an event that was %s by the owner of the database breaks the chain", async (_, sql, brokenAt) => {
  const here = await aTenant();
  await acts(here, 5);
  await sealAudit(here.as("owner").db);
  await owned(sql, [here.tenantId]);
  expect((await checkChain(here.as("owner"))).brokenAt).toBe(brokenAt);
});

test("X29: the address that an act came from can be erased without breaking the chain", async () => {
  const here = await aTenant();
  await acts(here, 3);
  await sealAudit(here.as("owner").db);
  await owned("UPDATE audit_events SET ip = NULL WHERE tenant_id = $1", [here.tenantId]);
  expect((await checkChain(here.as("owner"))).brokenAt).toBeNull();
});

test("the application can neither give a place in the chain nor change one", async () => {
  const here = await aTenant();
  await acts(here, 1);
  const { db } = here.as("owner");
  const forged = { id: newId(), actorKind: "system", action: "key.created", position: 1n, hash: "x" };
  await expect(db.auditEvent.create({ data: forged })).rejects.toThrow(/permission denied/);
  await expect(db.$executeRaw`UPDATE audit_events SET hash = 'x'`).rejects.toThrow(/permission denied/);
});

test("an export as JSON lets anybody recompute the chain without us, and is in the log itself", async () => {
  const here = await aTenant();
  await acts(here, 3);
  const text = await new Response(await exportAudit(here.as("admin"), {}, "json")).text();
  const events = (
    JSON.parse(text) as { position: number; hash: string; covered: string; action: string }[]
  ).reverse();
  let previous = "";
  for (const { hash, covered } of events) {
    previous = createHash("sha256").update(`${previous}\n${covered}`).digest("hex");
    expect(hash).toBe(previous);
  }
  expect(events.map(({ action }) => action)).toEqual([
    ...Array(3).fill("staff.role_changed"),
    "audit.exported",
  ]);
  expect(JSON.parse(events[0]?.covered ?? "")).toContain("staff.role_changed");
});

test("X27: an export as CSV has a line per event and no cell that a spreadsheet would run", async () => {
  const here = await aTenant();
  await here.as("owner").db.user.updateMany({
    where: { id: here.staff.owner.userId },
    data: { name: "=HYPERLINK(1)" },
  });
  await acts(here, 2);
  const stream = await exportAudit(here.as("admin"), { action: "staff.role_changed" }, "csv");
  const lines = (await new Response(stream).text()).split("\r\n");
  expect(lines[0]).toMatch(/^\ufeff?position;at;actor_kind/);
  expect(lines.filter((line) => line.includes("staff.role_changed"))).toHaveLength(2);
  expect(lines[1]).toContain("'=HYPERLINK(1)");
});

test("R2: marketers, finance and agents export nothing", async () => {
  const here = await aTenant();
  for (const role of ["marketer", "finance", "agent"] as const)
    await expect(exportAudit(here.as(role), {}, "csv")).rejects.toMatchObject({ code: "not_allowed" });
});
