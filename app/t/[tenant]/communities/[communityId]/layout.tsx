import { ChevronLeft, Link2 } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommunityTabs } from "@/components/communities/community-tabs";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { Badge } from "@/components/ui/badge";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { canAsStaff } from "@/lib/tenants/policy";

type CommunityLayoutProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  children: ReactNode;
};

/** What stands above every page of a community: who it is, and its parts. */
export default async function CommunityLayout({ params, children }: CommunityLayoutProps) {
  const { tenant: slug, communityId } = await params;
  const ctx = await requireStaff(slug);
  const [t, community] = await Promise.all([
    getTranslations("communities"),
    pageOr404(getCommunity(ctx, communityId)),
  ]);
  const base = `/t/${slug}/communities/${communityId}`;
  const mayInvite = canAsStaff(ctx.actor, "invites.manage", communityId).ok;
  const mayEdit = canAsStaff(ctx.actor, "communities.edit", communityId).ok;
  const parts = [
    "" as const,
    "members" as const,
    ...(canAsStaff(ctx.actor, "communities.seeCounts", communityId).ok ? (["health"] as const) : []),
    ...(mayInvite ? (["requests", "invites"] as const) : []),
    ...(mayEdit ? (["settings"] as const) : []),
    ...(canManagePrivacy(ctx.actor).ok ? (["history"] as const) : []),
  ];
  return (
    <>
      <PageHeader
        className="mb-4"
        back={
          <Link
            href={`/t/${slug}/communities`}
            className="inline-flex items-center gap-1 justify-self-start text-ink2 text-meta"
          >
            <Icon of={ChevronLeft} size={16} />
            {t("back")}
          </Link>
        }
        lead={<CommunityIcon picture={pictureOf(community.icon, iconSrc(slug))} size="lg" />}
        title={community.name}
        description={community.description || undefined}
        actions={
          community.archivedAt ? (
            <Badge tone="warning">{t("archived")}</Badge>
          ) : (
            mayInvite && (
              <LinkButton href={`${base}/invites`} icon={<Icon of={Link2} size={16} />}>
                {t("invite")}
              </LinkButton>
            )
          )
        }
      />
      <CommunityTabs
        label={t("tabs.label")}
        tabs={parts.map((part) => ({
          href: part === "" ? base : `${base}/${part}`,
          label: t(`tabs.${part === "" ? "house" : part}`),
        }))}
      />
      <div className="pt-6">{children}</div>
    </>
  );
}
