import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { ConsentForm } from "@/components/portal/consent-form";
import { ChannelOrder } from "@/components/privacy/channel-order";
import { MuteForm } from "@/components/privacy/mute-form";
import { MyDataFile } from "@/components/privacy/my-data-file";
import { MyRequests } from "@/components/privacy/my-requests";
import { WhatISaid } from "@/components/privacy/what-i-said";
import { WhoSeesMe } from "@/components/privacy/who-sees-me";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { findChannelOrder } from "@/lib/consent/queries/find-channel-order";
import { findChoices } from "@/lib/consent/queries/find-choices";
import { listConsents } from "@/lib/consent/queries/list-consents";
import { listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { listRequests } from "@/lib/privacy/queries/list-requests";
import { summarizeSight } from "@/lib/privacy/queries/list-viewers";
import { loadPortal } from "../../load-portal";

type MyPrivacyPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ said?: string }>;
};

const SHOWN_ENTRIES = 10;
const SHOWN_CLOSED = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.mine"))("title") };
}

export default async function MyPrivacyPage({ params, searchParams }: MyPrivacyPageProps) {
  const [{ tenant: slug }, { said }] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug);
  const { memberId } = ctx.actor;
  const [t, communities, groups, sight, choices, channels, entries, pending, closed] = await Promise.all([
    getTranslations("privacy.mine"),
    listOwnCommunities(ctx),
    listOwnGroups(ctx),
    summarizeSight(ctx, { memberId, sight: "anything", at: null }),
    findChoices(ctx),
    findChannelOrder(ctx, memberId),
    pageOr404(listConsents(ctx, memberId, { limit: SHOWN_ENTRIES, cursor: said })),
    listRequests(ctx, { state: "pending" }, { limit: 50 }),
    listRequests(ctx, { state: "closed" }, { limit: SHOWN_CLOSED }),
  ]);
  const here = `/m/${slug}/me/privacy`;
  const places = communities.map(({ id, name }) => ({
    id,
    name,
    groupIds: groups.filter(({ communityId }) => communityId === id).map((group) => group.id),
  }));
  return (
    <PortalShell
      tenant={tenant}
      title={t("title")}
      badges={badges}
      lead={<BackLink href={`/m/${slug}/me`} label={t("back")} />}
    >
      <WhoSeesMe slug={slug} tenantName={tenant.name} places={places} counts={sight.counts} />
      <ConsentForm slug={slug} choices={choices} />
      <ChannelOrder slug={slug} order={channels.order} choices={choices} />
      {groups.length > 0 && <MuteForm slug={slug} groups={groups} />}
      <MyDataFile slug={slug} tenantName={tenant.name} />
      <MyRequests
        slug={slug}
        tenantName={tenant.name}
        requests={[...pending.data, ...closed.data]}
        zone={tenant.timezone}
      />
      <WhatISaid page={entries} here={here} isFirstPage={said === undefined} zone={tenant.timezone} />
    </PortalShell>
  );
}
