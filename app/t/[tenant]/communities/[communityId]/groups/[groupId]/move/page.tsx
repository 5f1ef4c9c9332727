import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MoveChoice } from "@/components/groups/move-choice";
import { MoveSummary } from "@/components/groups/move-summary";
import { requireStaff } from "@/lib/accounts/load-context";
import { canEditGroup } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { listMoveTargets, previewMove } from "@/lib/groups/queries/preview-move";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { isId } from "@/lib/shared/ids";

type MovePageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{ to?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("move.title") };
}

export default async function MoveGroupPage({ params, searchParams }: MovePageProps) {
  const [{ tenant: slug, communityId, groupId }, { to }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findGroupStanding(ctx, groupId));
  if (standing.communityId !== communityId || !canEditGroup(ctx.actor, standing).ok) notFound();
  const chosen = to && isId(to) && to !== communityId ? to : null;
  const [t, group, targets, preview] = await Promise.all([
    getTranslations("groups.move"),
    pageOr404(getGroup(ctx, groupId)),
    pageOr404(listMoveTargets(ctx, groupId)),
    chosen ? pageOr404(previewMove(ctx, { groupId, communityId: chosen })) : null,
  ]);
  const back = `/t/${slug}/communities/${communityId}/groups/${groupId}`;
  return (
    <div className="grid max-w-form gap-6">
      <div className="grid gap-1">
        <h2>{t("heading", { name: group.name })}</h2>
        <p className="text-ink2">{t("body")}</p>
      </div>
      <MoveChoice targets={targets} chosen={chosen} back={back} />
      {preview && <MoveSummary slug={slug} group={group} preview={preview} />}
    </div>
  );
}
