import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleTable } from "@/components/communities/people-table";
import { portalPersonActions } from "@/components/manage/portal-person-actions";
import { Pagination } from "@/components/ui/pagination";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { formatPhone } from "@/lib/members/phone-rules";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { ListedMember } from "@/lib/members/types";
import { listCommunityMembers, listGroupMembers } from "@/lib/memberships/queries/list-memberships";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";
import { ManageShell } from "../manage-shell";

const PAGE_SIZE = 50;

type PeoplePageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.manage"))("tabs.people") };
}

export default async function ManagePeoplePage({ params, searchParams }: PeoplePageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx, tenant } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  const { communityId, groupId } = place;
  const page = { limit: PAGE_SIZE, cursor: typeof query.cursor === "string" ? query.cursor : undefined };
  const people = await (groupId === null
    ? listCommunityMembers(ctx, communityId, page)
    : listGroupMembers(ctx, groupId, page)
  ).catch(orNotFound);
  const seen = await viewMembers(
    ctx,
    people.data.map(({ memberId }) => memberId),
  );
  const here = `/m/${slug}/manage/${id}/people`;
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="people">
      <PeopleTable
        people={people.data}
        actions={portalPersonActions(slug, { leads: groupId === null ? "community" : "group" })}
        phones={phonesOf(seen)}
        place={{ communityId, ...(groupId && { groupId }) }}
        zone={tenant.timezone}
      />
      <Pagination
        nextHref={people.nextCursor ? `${here}?cursor=${people.nextCursor}` : undefined}
        firstHref={page.cursor ? here : undefined}
      />
    </ManageShell>
  );
}

function phonesOf(people: ReadonlyMap<string, ListedMember>): Map<string, string> {
  return new Map(
    [...people].flatMap(([id, { identifiers }]) => {
      const phone = identifiers.find(({ kind }) => kind === "phone");
      return phone ? [[id, formatPhone(phone.value)] as const] : [];
    }),
  );
}
