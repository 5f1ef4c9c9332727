import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SuggestionList } from "@/components/groups/suggestion-list";
import { JoinRequests } from "@/components/invites/join-requests";
import { requireStaff } from "@/lib/accounts/load-context";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { approveSuggestionAction, declineSuggestionAction } from "@/lib/groups/actions";
import { listSuggestions } from "@/lib/groups/queries/list-suggestions";
import { decideJoinRequestAction } from "@/lib/invites/actions/manage";
import { listJoinRequests } from "@/lib/invites/queries/list-join-requests";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type RequestsPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities"))("tabs.requests") };
}

export default async function RequestsPage({ params, searchParams }: RequestsPageProps) {
  const [{ tenant: slug, communityId }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [community, requests, suggestions] = await pageOr404(
    Promise.all([
      getCommunity(ctx, communityId),
      listJoinRequests(ctx, { communityId, limit: 50, cursor }),
      listSuggestions(ctx, { communityId, limit: 100 }),
    ]),
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <JoinRequests
        action={decideJoinRequestAction.bind(null, slug)}
        page={requests}
        communityName={community.name}
        here={`/t/${slug}/communities/${communityId}/requests`}
      />
      <SuggestionList
        suggestions={suggestions.data}
        approve={approveSuggestionAction.bind(null, slug)}
        decline={declineSuggestionAction.bind(null, slug)}
      />
    </div>
  );
}
