import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddPeople } from "@/components/communities/add-people";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMemberships } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { searchPeople } from "@/lib/memberships/queries/search-people";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type AddMembersPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ q?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.members"))("addTitle") };
}

export default async function AddMembersPage({ params, searchParams }: AddMembersPageProps) {
  const [{ tenant: slug, communityId }, { q = "" }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findStanding(ctx, communityId));
  if (!canManageMemberships(ctx.actor, standing).ok) notFound();
  const people = await pageOr404(searchPeople(ctx, q, { communityId }));
  const back = `/t/${slug}/communities/${communityId}/members`;
  return <AddPeople slug={slug} place={{ communityId }} back={back} typed={q} people={people} />;
}
