import { expect, test } from "vitest";
import { issueApiKey, revokeApiKey } from "@/lib/accounts/commands/issue-api-key";
import { listApiKeys } from "@/lib/accounts/queries/list-api-keys";
import { updateTenant } from "@/lib/tenants/commands/update-tenant";
import { getTenantSettings } from "@/lib/tenants/queries/get-tenant-settings";
import { aWorld } from "../../support/world";

const INPUT = { name: "painel", scopes: ["members:read"] };

test("a key is shown once, kept as a hash, and gone from the list once revoked", async () => {
  const { here } = await aWorld();
  const ctx = here.as("admin");
  const { id, key } = await issueApiKey(ctx, INPUT);
  const stored = await ctx.db.apiKey.findMany({ select: { keyHash: true, staffId: true } });
  expect(stored).toEqual([{ keyHash: expect.not.stringContaining(key), staffId: here.staff.admin.staffId }]);
  expect((await listApiKeys(ctx)).map((row) => row.id)).toEqual([id]);
  await revokeApiKey(ctx, id);
  expect(await listApiKeys(ctx)).toEqual([]);
  await expect(revokeApiKey(ctx, id)).rejects.toMatchObject({ code: "not_found" });
});

test("R2: only owner and admin handle keys, never a key itself, never those of another tenant (T3)", async () => {
  const { here, there } = await aWorld();
  const { id } = await issueApiKey(here.as("owner"), INPUT);
  for (const role of ["marketer", "finance", "agent"] as const) {
    await expect(async () => issueApiKey(here.as(role), INPUT)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(listApiKeys(here.as(role))).rejects.toMatchObject({ code: "not_allowed" });
  }
  const owner = here.as("owner");
  const byKey = { ...owner, actor: { ...owner.actor, apiKey: { id, scopes: ["all"] } } } as typeof owner;
  await expect(async () => issueApiKey(byKey, INPUT)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(revokeApiKey(there.as("owner"), id)).rejects.toMatchObject({ code: "not_found" });
});

test("settings change in the tenant of the context only, by owner and admin, with an audit event (R6)", async () => {
  const { here, there } = await aWorld();
  const input = { name: "Casa Nova", locale: "es", timezone: "America/Bogota" } as const;
  const before = await getTenantSettings(there.as("owner"));
  await updateTenant(here.as("admin"), input);
  expect(await getTenantSettings(here.as("finance"))).toEqual(input);
  expect(await getTenantSettings(there.as("owner"))).toEqual(before);
  expect(await here.as("owner").db.auditEvent.count({ where: { action: "tenant.updated" } })).toBe(1);
  await expect(async () => updateTenant(here.as("agent"), input)).rejects.toMatchObject({
    code: "not_allowed",
  });
});
