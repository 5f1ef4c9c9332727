import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddPeople } from "@/components/communities/add-people";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageGroupMembers } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import { searchPeople } from "@/lib/memberships/queries/search-people";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type AddGroupMembersPageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{ q?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.members"))("addTitle") };
}

export default async function AddGroupMembersPage({ params, searchParams }: AddGroupMembersPageProps) {
  const [{ tenant: slug, communityId, groupId }, { q = "" }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findGroupStanding(ctx, groupId));
  if (!canManageGroupMembers(ctx.actor, standing).ok) notFound();
  const people = await pageOr404(searchPeople(ctx, q, { communityId, groupId }));
  const back = `/t/${slug}/communities/${communityId}/groups/${groupId}`;
  return <AddPeople slug={slug} place={{ communityId, groupId }} back={back} typed={q} people={people} />;
}
