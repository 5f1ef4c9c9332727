import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupFields } from "@/components/groups/group-fields";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { createGroupAction } from "@/lib/groups/actions";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findLimits } from "@/lib/tenants/queries/find-limits";

type NewGroupPageProps = { params: Promise<{ tenant: string; communityId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("new") };
}

export default async function NewGroupPage({ params }: NewGroupPageProps) {
  const { tenant: slug, communityId } = await params;
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findStanding(ctx, communityId));
  if (!canManageGroups(ctx.actor, standing).ok) notFound();
  const [t, cancel, limits] = await Promise.all([
    getTranslations("groups"),
    getTranslations("communities.form"),
    findLimits(ctx),
  ]);
  return (
    <div className="grid max-w-form gap-5">
      <div className="grid gap-1">
        <h2>{t("new")}</h2>
        <p className="text-ink2">{t("newBody", { capacity: limits.groupMembers })}</p>
      </div>
      <ActionForm
        action={createGroupAction.bind(null, slug)}
        submitLabel={t("submit")}
        actions={
          <LinkButton href={`/t/${slug}/communities/${communityId}`} variant="quiet">
            {cancel("cancel")}
          </LinkButton>
        }
      >
        <input type="hidden" name="communityId" value={communityId} />
        <GroupFields limits={limits} />
      </ActionForm>
    </div>
  );
}
