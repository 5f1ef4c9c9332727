import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { OpenCommunityRow } from "@/components/portal/open-community-row";
import { OpenGroupRow } from "@/components/portal/open-group-row";
import { OwnGroupRow } from "@/components/portal/own-group-row";
import { OwnPlaces } from "@/components/portal/own-places";
import { SuggestGroup } from "@/components/portal/suggest-group";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { listOpenGroups, listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { listOwnSuggestions } from "@/lib/groups/queries/list-suggestions";
import { listOwnPlaces } from "@/lib/groups/queries/list-waiting";
import { listManagedPlaces } from "@/lib/invites/queries/list-managed-places";
import { listOpenCommunities } from "@/lib/invites/queries/list-open-communities";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { loadPortal } from "../load-portal";

const rows = "grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("groups.title") };
}

export default async function GroupsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug);
  const [t, mine, others, limits, communities, places, houses, suggestions, managed] = await Promise.all([
    getTranslations("portal"),
    listOwnGroups(ctx),
    listOpenGroups(ctx),
    findLimits(ctx),
    listOpenCommunities(ctx),
    listOwnPlaces(ctx),
    listOwnCommunities(ctx),
    listOwnSuggestions(ctx),
    listManagedPlaces(ctx),
  ]);
  return (
    <PortalShell
      tenant={tenant}
      title={t("groups.title")}
      subtitle={t("subtitle", { count: mine.length })}
      badges={badges}
    >
      {managed.length > 0 && (
        <LinkButton href={`/m/${slug}/manage`} icon={<Icon of={ShieldCheck} />}>
          {t("manage.open")}
        </LinkButton>
      )}
      <OwnPlaces slug={slug} places={places} />
      {mine.length > 0 && (
        <section aria-labelledby="mine" className="grid gap-2.5">
          <h2 id="mine" className="text-h3">
            {t("groups.mine")}
          </h2>
          <ul className={rows}>
            {mine.map((group) => (
              <OwnGroupRow key={group.id} slug={slug} group={group} zone={tenant.timezone} now={ctx.now} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className="mt-2 grid gap-2.5">
          <div className="grid gap-0.5">
            <h2 id="others" className="text-h3">
              {t("groups.others")}
            </h2>
            <p className="text-ink2 text-meta">{t("groups.othersHint")}</p>
          </div>
          <ul className={rows}>
            {others.map((group) => (
              <OpenGroupRow key={group.id} slug={slug} group={group} capacity={limits.groupMembers} />
            ))}
          </ul>
        </section>
      )}
      {communities.length > 0 && (
        <section aria-labelledby="communities" className="mt-2 grid gap-2.5">
          <div className="grid gap-0.5">
            <h2 id="communities" className="text-h3">
              {t("groups.communities")}
            </h2>
            <p className="text-ink2 text-meta">{t("groups.communitiesHint")}</p>
          </div>
          <ul className={rows}>
            {communities.map((community) => (
              <OpenCommunityRow key={community.id} slug={slug} community={community} />
            ))}
          </ul>
        </section>
      )}
      {houses.length > 0 && (
        <SuggestGroup
          slug={slug}
          communities={houses}
          suggestions={suggestions}
          maxGraphemes={{
            name: limits.communityNameGraphemes,
            description: limits.communityDescriptionGraphemes,
          }}
        />
      )}
      {mine.length + others.length + communities.length === 0 && (
        <EmptyState drawing={<HouseDrawing />} title={t("groups.emptyTitle")}>
          {t("groups.emptyBody")}
        </EmptyState>
      )}
    </PortalShell>
  );
}
