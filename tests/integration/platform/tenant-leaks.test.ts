import { beforeAll, describe, expect, test } from "vitest";
import { inSystemTransaction } from "@/lib/platform/context";
import { newTenantClient, tenantClient } from "@/lib/platform/db/clients";
import { appPool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";

// The leaks that docs/decisions/0002 tells of, kept from coming back: batching of look-ups and array transactions within
// one tick, a pooled connection that keeps a tenant, an error in the middle of a transaction.
const TENANTS = 100;
const MEMBERS = 20;
const REQUESTS = 8_000;
const LANES = 50;
const tenants = Array.from({ length: TENANTS }, () => ({
  id: newId(),
  members: Array.from({ length: MEMBERS }, () => newId()),
}));
type Tenant = (typeof tenants)[number];

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  await asOwner(
    url,
    `INSERT INTO tenants (id, slug, name) SELECT id, 'leak-' || n, 'Leak ' || n FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, n)`,
    [tenants.map((tenant) => tenant.id)],
  );
  await asOwner(
    url,
    `INSERT INTO members (tenant_id, id, name) SELECT t, m, 'of ' || t FROM unnest($1::uuid[], $2::uuid[]) AS x(t, m)`,
    [
      tenants.flatMap((tenant) => tenant.members.map(() => tenant.id)),
      tenants.flatMap((tenant) => tenant.members),
    ],
  );
});

/** One request of one of seven kinds; answers the tenant ids of every row it got, and how many it should have got. */
const KINDS: ((tenant: Tenant, memberId: string) => Promise<{ got: string[]; expected: number }>)[] = [
  async ({ id }, memberId) =>
    one(await tenantClient(id).member.findUnique({ where: key(id, memberId), select: owner })),
  async ({ id }) => all(await tenantClient(id).member.findMany({ select: owner }), MEMBERS),
  async ({ id }, memberId) =>
    one(await tenantClient(id).member.findFirst({ where: { id: memberId }, select: owner })),
  async ({ id }, memberId) => {
    const db = tenantClient(id);
    const find = { where: { id: memberId }, select: owner };
    return all((await db.$transaction([db.member.findMany(find), db.member.findMany(find)])).flat(), 2);
  },
  async ({ id }) =>
    tenantClient(id).$transaction(async (db) => all(await db.member.findMany({ select: owner }), MEMBERS)),
  async ({ id }) => {
    const failing = tenantClient(id).$transaction(async (db) => {
      await db.member.findMany({ select: owner });
      throw new Error("rolled back on purpose");
    });
    await failing.catch(() => undefined);
    return { got: [], expected: 0 };
  },
  // One client for all, the tenant set by the transaction: look-ups of one tick, of many tenants at once.
  async ({ id, members }) =>
    inSystemTransaction(id, "leak", async ({ db }) => {
      const asked = members
        .slice(0, 2)
        .map((member) => db.member.findUnique({ where: key(id, member), select: owner }));
      return all(
        (await Promise.all(asked)).filter((row) => row !== null),
        2,
      );
    }),
];
const owner = { tenantId: true } as const;
const key = (tenantId: string, id: string) => ({ tenantId_id: { tenantId, id } });
const one = (row: { tenantId: string } | null) => ({ got: row ? [row.tenantId] : [], expected: 1 });
const all = (rows: { tenantId: string }[], expected: number) => ({
  got: rows.map((row) => row.tenantId),
  expected,
});

describe("T2: nobody sees another tenant's row", () => {
  test(`${REQUESTS} mixed requests of ${TENANTS} tenants in ${LANES} lanes: none foreign, none missing`, async () => {
    let next = 0;
    const wrong = { foreign: 0, missing: 0 };
    const lane = async () => {
      for (let n = next++; n < REQUESTS; n = next++) {
        const tenant = tenants[(n * 7) % TENANTS] as Tenant;
        const run = KINDS[n % KINDS.length] as (typeof KINDS)[number];
        const { got, expected } = await run(tenant, tenant.members[n % MEMBERS] as string);
        wrong.foreign += got.filter((id) => id !== tenant.id).length;
        wrong.missing += Math.max(0, expected - got.length);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(wrong).toEqual({ foreign: 0, missing: 0 });
  }, 120_000);

  test("look-ups of all tenants in one tick each get their own row", async () => {
    const rows = await Promise.all(
      tenants.map(({ id, members }) =>
        tenantClient(id).member.findUnique({ where: key(id, members[0] as string), select: owner }),
      ),
    );
    expect(rows.map((row) => row?.tenantId)).toEqual(tenants.map((tenant) => tenant.id));
  });

  test("a connection goes back to the pool without a tenant, also after an error", async () => {
    const [tenant] = tenants as [Tenant];
    const db = newTenantClient(tenant.id, appPool());
    await db.$queryRaw`SELECT 1 FROM members`;
    await db.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
    for (let n = 0; n < 20; n++) await expect(appPool().query("SELECT 1 FROM members")).rejects.toThrow();
  });
});
