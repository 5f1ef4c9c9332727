"use server";
import { redirect } from "next/navigation";
import { dropLook, readLook } from "@/lib/platform/auth/look-cookie";
import { beginLook } from "../commands/begin-look";
import { defineMemberAction, defineStaffAction, defineUserAction } from "../define-actions";
import { findOwnActor } from "../queries/find-own-actor";
import { findTenantId } from "../queries/find-tenant-id";
import { nothingInput, seeAsInput } from "../schema";

/** For staff who may see through everybody's eyes, and for staff who administer communities. */
export const seeAsAction = defineStaffAction({
  schema: seeAsInput,
  whenReadOnly: "allowed",
  run: async (ctx, { memberId }) => redirect(`/m/${await beginLook(ctx, memberId, ctx.actor.userId)}`),
});

/** For an admin of a community, from the portal. */
export const seeAsInPortalAction = defineMemberAction({
  schema: seeAsInput,
  whenReadOnly: "allowed",
  run: async (ctx, { memberId }) => redirect(`/m/${await beginLook(ctx, memberId, ctx.actor.userId ?? "")}`),
});

/** Back to one's own eyes; what the banner binds is the slug of the portal. */
export const endSeeAsAction = defineUserAction({
  schema: nothingInput,
  run: async ({ key, user }) => {
    const tenantId = await findTenantId(key);
    if (!tenantId) redirect("/inicio");
    const [memberId, actor] = await Promise.all([
      readLook({ userId: user.id, tenantId }),
      findOwnActor(tenantId, user.id),
    ]);
    await dropLook(key);
    if (actor?.kind === "staff") redirect(`/t/${key}/members/${memberId ?? ""}`);
    redirect(actor ? `/m/${key}/manage` : "/inicio");
  },
});
