import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitedPeople } from "@/components/invites/invited-people";
import { requireStaff } from "@/lib/accounts/load-context";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { getInviteOutcome, listInvited } from "@/lib/invites/queries/list-invited";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type InvitePageProps = {
  params: Promise<{ tenant: string; communityId: string; inviteId: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invites"))("outcome.title") };
}

export default async function InvitePage({ params, searchParams }: InvitePageProps) {
  const [{ tenant: slug, communityId, inviteId }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [community, outcome, people, zone] = await pageOr404(
    Promise.all([
      getCommunity(ctx, communityId),
      getInviteOutcome(ctx, inviteId),
      listInvited(ctx, inviteId, { limit: 50, cursor }),
      findTimezone(ctx),
    ]),
  );
  if (outcome.communityId !== communityId) notFound();
  return (
    <InvitedPeople
      back={`/t/${slug}/communities/${communityId}/invites`}
      here={`/t/${slug}/communities/${communityId}/invites/${inviteId}`}
      place={community.name}
      outcome={outcome}
      people={people}
      zone={zone}
    />
  );
}
