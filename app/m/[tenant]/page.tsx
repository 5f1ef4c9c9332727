import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { FeedCard } from "@/components/portal/feed-card";
import { PushHere } from "@/components/portal/push-here";
import { PushInvite } from "@/components/portal/push-invite";
import { pushTexts } from "@/components/portal/push-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { countOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { vapidKeys } from "@/lib/platform/push/vapid-keys";
import { listOwnDevices } from "@/lib/push/queries/list-devices";
import { loadPortal } from "./load-portal";
import { orNotFound } from "./or-not-found";

const PAGE_SIZE = 20;

type FeedPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("feed.title") };
}

export default async function FeedPage({ params, searchParams }: FeedPageProps) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const isOwn = tenant.look === null;
  const [t, feed, groupCount, devices] = await Promise.all([
    getTranslations("portal"),
    listFeed(ctx, { limit: PAGE_SIZE, cursor }).catch(orNotFound),
    countOwnGroups(ctx),
    isOwn ? listOwnDevices(ctx) : [],
  ]);
  const known = devices.map(({ id, mark }) => ({ id, mark }));
  return (
    <PortalShell
      tenant={tenant}
      title={tenant.name}
      subtitle={t("subtitle", { count: groupCount })}
      badges={badges}
    >
      {isOwn && feed.data.length > 0 && (
        <PushInvite title={t("push.invite")} later={t("push.later")} marks={known.map(({ mark }) => mark)}>
          <PushHere slug={slug} publicKey={vapidKeys().publicKey} devices={known} texts={await pushTexts()} />
        </PushInvite>
      )}
      {feed.data.map((item) => (
        <FeedCard
          key={item.occurrenceId}
          slug={slug}
          tenantId={ctx.tenantId}
          item={item}
          zone={tenant.timezone}
          mayReply={tenant.look === null}
        />
      ))}
      {feed.data.length === 0 && (
        <EmptyState
          drawing={<HouseDrawing />}
          title={t("feed.emptyTitle")}
          actions={<LinkButton href={`/m/${slug}/groups`}>{t("feed.seeGroups")}</LinkButton>}
        >
          {t("feed.emptyBody")}
        </EmptyState>
      )}
      <Pagination
        nextHref={feed.nextCursor ? `/m/${slug}?cursor=${feed.nextCursor}` : undefined}
        firstHref={cursor ? `/m/${slug}` : undefined}
      />
    </PortalShell>
  );
}
