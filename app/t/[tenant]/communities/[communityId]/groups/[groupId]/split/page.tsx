import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SplitForm } from "@/components/groups/split-form";
import { requireStaff } from "@/lib/accounts/load-context";
import { canEditGroup } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { previewSplit } from "@/lib/groups/queries/preview-split";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findLimits } from "@/lib/tenants/queries/find-limits";

type SplitPageProps = { params: Promise<{ tenant: string; communityId: string; groupId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("split.title") };
}

export default async function SplitGroupPage({ params }: SplitPageProps) {
  const { tenant: slug, communityId, groupId } = await params;
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findGroupStanding(ctx, groupId));
  if (standing.communityId !== communityId || !canEditGroup(ctx.actor, standing).ok) notFound();
  const [t, group, preview, limits] = await Promise.all([
    getTranslations("groups.split"),
    pageOr404(getGroup(ctx, groupId)),
    pageOr404(previewSplit(ctx, groupId)),
    findLimits(ctx),
  ]);
  return (
    <div className="grid max-w-form gap-6">
      <div className="grid gap-1">
        <h2>{t("heading", { name: group.name })}</h2>
        <p className="text-ink2">{t("body")}</p>
      </div>
      <SplitForm
        slug={slug}
        groupId={groupId}
        preview={preview}
        maxGraphemes={limits.communityNameGraphemes}
        back={`/t/${slug}/communities/${communityId}/groups/${groupId}`}
      />
    </div>
  );
}
