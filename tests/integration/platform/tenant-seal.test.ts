import { describe, expect, test } from "vitest";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { closeAppPool } from "@/lib/platform/db/pool";
import { consumePoint } from "@/lib/platform/rate-limit";
import { newId } from "@/lib/shared/ids";
import { aMember, aTenant, aWorld } from "../../support/world";

describe("T2: the database itself refuses other tenants", () => {
  test("a query without a where sees this tenant's rows only", async () => {
    const { here, there } = await aWorld();
    await aMember(here.tenantId, { name: "Aqui" });
    await aMember(there.tenantId, { name: "Lá" });
    const names = (await here.as("owner").db.member.findMany({ select: { name: true } })).map(
      (member) => member.name,
    );
    expect(names).toContain("Aqui");
    expect(names).not.toContain("Lá");
  });

  test("without a tenant every tenant table refuses to answer", async () => {
    await aTenant();
    await expect(platformClient().member.findMany()).rejects.toThrow();
    await expect(platformClient().community.count()).rejects.toThrow();
  });

  test("a row cannot be written into another tenant", async () => {
    const { here, there } = await aWorld();
    const data = { tenantId: there.tenantId, id: newId(), name: "Intrusa" };
    await expect(here.as("owner").db.member.create({ data })).rejects.toThrow();
  });

  test("a child cannot point at another tenant's parent", async () => {
    const { here, there } = await aWorld();
    const foreign = await aMember(there.tenantId);
    const data = {
      id: newId(),
      memberId: foreign,
      kind: "email",
      value: "a@b.example",
      canonical: "a@b.example",
    };
    await expect(here.as("owner").db.identifier.create({ data })).rejects.toThrow();
  });

  test("look-ups of two tenants in the same tick stay apart", async () => {
    const { here, there } = await aWorld();
    const ids = await Promise.all([aMember(here.tenantId), aMember(there.tenantId)]);
    const [mine, theirs] = await Promise.all([
      tenantClient(here.tenantId).member.findUnique({
        where: { tenantId_id: { tenantId: here.tenantId, id: ids[0] } },
      }),
      tenantClient(there.tenantId).member.findUnique({
        where: { tenantId_id: { tenantId: here.tenantId, id: ids[0] } },
      }),
    ]);
    expect(mine?.id).toBe(ids[0]);
    expect(theirs).toBeNull();
  });

  test("a transaction is bound to its tenant, and its connection goes back clean", async () => {
    const { here } = await aWorld();
    await here.as("owner").db.$executeRaw`SELECT 1`;
    await tenantClient(here.tenantId).$transaction(async (db) => {
      expect(await db.tenant.count()).toBe(1);
    });
    await expect(platformClient().tenant.count()).rejects.toThrow();
  });

  test("after the pool was closed, clients and counters work over the next one", async () => {
    const { here } = await aWorld();
    const limit = { name: "reopened", points: 5, perSeconds: 60 };
    await consumePoint(limit, "a");
    await closeAppPool();
    expect(await tenantClient(here.tenantId).tenant.count()).toBe(1);
    expect(await platformClient().user.count()).toBeGreaterThan(0);
    expect((await consumePoint(limit, "a")).remaining).toBe(3);
  });
});
