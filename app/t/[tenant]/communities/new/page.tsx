import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommunityForm } from "@/components/communities/community-form";
import { communityFormTexts } from "@/components/communities/form-texts";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { createCommunityAction } from "@/lib/communities/actions";
import { canCreateCommunity } from "@/lib/communities/policy";
import { findLimits } from "@/lib/tenants/queries/find-limits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities"))("form.new") };
}

export default async function NewCommunityPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canCreateCommunity(ctx.actor).ok) notFound();
  const [t, words, limits] = await Promise.all([
    getTranslations("communities.form"),
    communityFormTexts(),
    findLimits(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("new")} description={t("newBody")} />
      <CommunityForm
        action={createCommunityAction.bind(null, slug)}
        submitLabel={t("submit")}
        limits={{ name: limits.communityNameGraphemes, description: limits.communityDescriptionGraphemes }}
        more={
          <LinkButton href={`/t/${slug}/communities`} variant="quiet">
            {t("cancel")}
          </LinkButton>
        }
        {...words}
      />
    </>
  );
}
