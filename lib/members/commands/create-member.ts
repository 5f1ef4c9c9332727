import "server-only";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { canManageMembers } from "../policy";
import { type ProfileInput, readProfile } from "../profile-rules";
import { findProfileSettings } from "../queries/find-profile-settings";
import { addIdentifiers } from "./add-identifiers";

export type MemberSource = "staff" | "import" | "invite" | "api" | "sign_up" | "chat";
export type CreateMember = ProfileInput & { source?: MemberSource; userId?: string; invitedBy?: string };

/**
 * A new person of the tenant, without any membership yet. Staff who manage members, and the system's own purposes, may.
 * @throws Refusal `not_allowed`, `invalid_input`, `name_too_long`, `duplicate_identifier` naming the identifier,
 * `plan_limit_reached` (B5).
 */
export async function createMember(ctx: TenantContext, input: CreateMember): Promise<{ id: string }> {
  authorize(canManageMembers(ctx.actor));
  const profile = readProfile(input, await findProfileSettings(ctx));
  const id = newId();
  const viaKey = ctx.actor.kind === "staff" && ctx.actor.apiKey;
  await inTransaction(ctx, async (tx) => {
    await assertWithinPlan(tx, "members", 1);
    await tx.db.member.create({
      data: {
        id,
        name: profile.name,
        locale: profile.locale,
        timezone: profile.timezone,
        tags: profile.tags,
        fields: profile.fields,
        birthdayOn: profile.birthdayOn ? new Date(profile.birthdayOn) : null,
        source: input.source ?? (viaKey ? "api" : "staff"),
        userId: input.userId ?? null,
        invitedBy: input.invitedBy ?? null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    await addIdentifiers(tx, id, profile.identifiers);
  });
  return { id };
}
