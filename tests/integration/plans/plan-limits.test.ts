import { describe, expect, test } from "vitest";
import { inviteStaff } from "@/lib/accounts/commands/invite-staff";
import { setCommunityArchived } from "@/lib/communities/commands/archive-community";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { updateCommunity } from "@/lib/communities/commands/update-community";
import { createMember } from "@/lib/members/commands/create-member";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { planLimits } from "@/lib/plans/catalogue";
import { listMeters } from "@/lib/plans/plan-limits";
import { someMembers } from "../../support/village";
import { aTenant } from "../../support/world";

const free = planLimits("free");
const refusal = (limit: number | null) => ({ code: "plan_limit_reached", params: { limit } });

describe("the limits of a plan", () => {
  test("B5: the community after the last is refused, and archiving one makes room that a restore cannot take back", async () => {
    const here = await aTenant("free");
    const ctx = here.as("owner");
    const made = [];
    for (let count = 0; count < (free.communities ?? 0); count += 1)
      made.push(await createCommunity(ctx, { name: `Casa ${count}` }));
    await expect(createCommunity(ctx, { name: "Mais uma" })).rejects.toMatchObject(refusal(free.communities));
    const communityId = made[0]?.id ?? "";
    await setCommunityArchived(ctx, { communityId, archived: true });
    await createCommunity(ctx, { name: "Outra" });
    const back = setCommunityArchived(ctx, { communityId, archived: false });
    await expect(back).rejects.toMatchObject(refusal(free.communities));
  });

  test("B5, L9: with one place left and twenty creating at once, exactly one gets in", async () => {
    const here = await aTenant("free");
    await someMembers(here.tenantId, (free.members ?? 0) - 2);
    const tries = Array.from({ length: 20 }, (_, at) =>
      createMember(here.as("owner"), { name: `Pessoa ${at}` }),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await listMeters(here.as("owner"))).members).toEqual({ used: free.members, limit: free.members });
  });

  test("B5: of many rows those beyond the plan are refused one by one; people known already are updated", async () => {
    const here = await aTenant("free");
    const ctx = here.as("owner");
    await someMembers(here.tenantId, (free.members ?? 0) - 4);
    const person = (n: number) => ({
      name: `Pessoa ${n}`,
      identifiers: [{ kind: "email" as const, value: `p${n}@x.example` }],
    });
    await upsertMembers(ctx, [person(1)]);
    const results = await upsertMembers(ctx, [
      person(2),
      person(3),
      person(4),
      { ...person(1), name: "Nova" },
    ]);
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      "created",
      "created",
      "plan_limit_reached",
      "updated",
    ]);
  });

  test("B5: over the limits after a downgrade nothing is lost and all works on, but nothing is added until it fits", async () => {
    const here = await aTenant("scale");
    const ctx = here.as("owner");
    const made = [];
    for (let count = 0; count <= (free.communities ?? 0); count += 1)
      made.push(await createCommunity(ctx, { name: `Casa ${count}` }));
    await someMembers(here.tenantId, (free.members ?? 0) + 3);
    const before = await listMeters(ctx);
    await ctx.db.tenant.updateMany({ data: { plan: "free" } });

    expect((await listMeters(ctx)).members).toEqual({ used: before.members.used, limit: free.members });
    const communityId = made[0]?.id ?? "";
    await updateCommunity(ctx, { communityId, name: "Casa com nome novo" });
    await expect(createMember(ctx, { name: "Mais uma" })).rejects.toMatchObject(refusal(free.members));
    await expect(createCommunity(ctx, { name: "Mais uma" })).rejects.toMatchObject(refusal(free.communities));
    await setCommunityArchived(ctx, { communityId, archived: true });
    await expect(createCommunity(ctx, { name: "Mais uma" })).rejects.toMatchObject(refusal(free.communities));
    await setCommunityArchived(ctx, { communityId: made[1]?.id ?? "", archived: true });
    await createCommunity(ctx, { name: "Agora cabe" });
  });

  test("B5: a full team takes no invitation", async () => {
    const here = await aTenant("free");
    const invited = inviteStaff(here.as("owner"), { email: "nova@casa.example", role: "agent" });
    await expect(invited).rejects.toMatchObject(refusal(free.staff));
  });

  test("B5: on scale nothing of the plan stops growth", async () => {
    const here = await aTenant("scale");
    const meters = await listMeters(here.as("owner"));
    expect(Object.values(meters).map((meter) => meter.limit)).toEqual([null, null, null, null]);
  });
});
