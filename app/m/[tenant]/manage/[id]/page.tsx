import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SuggestionList } from "@/components/groups/suggestion-list";
import { JoinRequests } from "@/components/invites/join-requests";
import {
  approveSuggestionInPortalAction,
  declineSuggestionInPortalAction,
} from "@/lib/groups/portal-actions";
import { listSuggestions } from "@/lib/groups/queries/list-suggestions";
import { decideJoinRequestInPortalAction } from "@/lib/invites/actions/portal";
import { listJoinRequests } from "@/lib/invites/queries/list-join-requests";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { loadPortal } from "../../load-portal";
import { orNotFound } from "../../or-not-found";
import { ManageShell } from "./manage-shell";

type RequestsPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.manage"))("tabs.requests") };
}

export default async function RequestsPage({ params, searchParams }: RequestsPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  const { communityId, groupId } = place;
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [requests, suggestions] = await Promise.all([
    listJoinRequests(ctx, { communityId, groupId: groupId ?? undefined, limit: 30, cursor }),
    groupId === null ? listSuggestions(ctx, { communityId, limit: 50 }) : null,
  ]).catch(orNotFound);
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="requests">
      <JoinRequests
        action={decideJoinRequestInPortalAction.bind(null, slug)}
        page={requests}
        communityName={place.communityName}
        here={`/m/${slug}/manage/${id}`}
      />
      {suggestions && (
        <SuggestionList
          suggestions={suggestions.data}
          approve={approveSuggestionInPortalAction.bind(null, slug)}
          decline={declineSuggestionInPortalAction.bind(null, slug)}
        />
      )}
    </ManageShell>
  );
}
