import { Share2, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { OpenCommunityRow } from "@/components/portal/open-community-row";
import { OpenGroupRow } from "@/components/portal/open-group-row";
import { OwnGroupRow } from "@/components/portal/own-group-row";
import { OwnPlaces } from "@/components/portal/own-places";
import { PlaceSection } from "@/components/portal/place-section";
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
import { countOwnTasks } from "@/lib/relay/queries/list-tasks";
import { sightOf } from "@/lib/shared/actor";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { loadPortal } from "../load-portal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("groups.title") };
}

export default async function GroupsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const [t, relay, mine, others, limits, communities, places, houses, suggestions, managed, tasks] =
    await Promise.all([
      getTranslations("portal"),
      getTranslations("relay"),
      listOwnGroups(ctx),
      listOpenGroups(ctx),
      findLimits(ctx),
      listOpenCommunities(ctx),
      listOwnPlaces(ctx),
      listOwnCommunities(ctx),
      listOwnSuggestions(ctx),
      listManagedPlaces(ctx),
      // What is theirs to post is not for a look that is confined to some communities (P15).
      sightOf(ctx.actor) ? 0 : countOwnTasks(ctx),
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
      {managed.length > 0 && (
        <LinkButton href={`/m/${slug}/relay`} icon={<Icon of={Share2} />}>
          {tasks > 0 ? `${relay("open")} · ${relay("waiting", { count: tasks })}` : relay("open")}
        </LinkButton>
      )}
      <OwnPlaces slug={slug} places={places} />
      {mine.length > 0 && (
        <PlaceSection id="mine" title={t("groups.mine")}>
          {mine.map((group) => (
            <OwnGroupRow key={group.id} slug={slug} group={group} zone={tenant.timezone} now={ctx.now} />
          ))}
        </PlaceSection>
      )}
      {others.length > 0 && (
        <PlaceSection id="others" title={t("groups.others")} hint={t("groups.othersHint")}>
          {others.map((group) => (
            <OpenGroupRow key={group.id} slug={slug} group={group} capacity={limits.groupMembers} />
          ))}
        </PlaceSection>
      )}
      {communities.length > 0 && (
        <PlaceSection id="communities" title={t("groups.communities")} hint={t("groups.communitiesHint")}>
          {communities.map((community) => (
            <OpenCommunityRow key={community.id} slug={slug} community={community} />
          ))}
        </PlaceSection>
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
