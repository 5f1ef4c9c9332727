import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";
import { addressOf } from "../form-token";
import { countReceived } from "../forms-sql";
import type { FeedbackForm } from "../types";

const MOST = 200;

/** The public forms in the actor's reach, newest first, with their addresses. @throws Refusal `not_allowed` */
export async function listForms(ctx: TenantContext): Promise<FeedbackForm[]> {
  authorize(canAsStaff(ctx.actor, "feedback.answer"));
  const reach = communitiesInReach(ctx.actor, "feedback.answer");
  const forms = await ctx.db.feedbackForm.findMany({
    where: reach === null ? {} : { communityId: { in: [...reach] } },
    select: { id: true, name: true, communityId: true, token: true, createdAt: true, revokedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const [communities, counts] = await Promise.all([
    ctx.db.community.findMany({
      where: { id: { in: forms.flatMap(({ communityId }) => communityId ?? []) } },
      select: { id: true, name: true },
    }),
    countReceived(
      ctx.db,
      forms.map(({ id }) => id),
    ),
  ]);
  const names = new Map(communities.map(({ id, name }) => [id, name]));
  const received = new Map(counts.map(({ formId, count }) => [formId, count]));
  return forms.map(({ token, ...form }) => ({
    ...form,
    communityName: form.communityId ? (names.get(form.communityId) ?? null) : null,
    url: form.revokedAt ? null : addressOf(ctx.tenantId, form.id, token),
    received: received.get(form.id) ?? 0,
  }));
}
