import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleSearch } from "@/components/communities/people-search";
import { BulkForm } from "@/components/memberships/bulk-form";
import { EmptyState } from "@/components/ui/empty-state";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMemberships } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { listGroups } from "@/lib/groups/queries/list-groups";
import { searchPeople } from "@/lib/memberships/queries/search-people";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type BulkPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ q?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.bulk"))("title") };
}

export default async function BulkPage({ params, searchParams }: BulkPageProps) {
  const [{ tenant: slug, communityId }, { q = "" }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findStanding(ctx, communityId));
  if (!canManageMemberships(ctx.actor, standing).ok) notFound();
  const [t, people, groups] = await Promise.all([
    getTranslations("communities.bulk"),
    pageOr404(searchPeople(ctx, q, { communityId })),
    pageOr404(listGroups(ctx, { communityId, limit: 200 })),
  ]);
  const isEmpty = people.length === 0 || groups.data.length === 0;
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <h2 className="text-h3">{t("title")}</h2>
        <p className="text-ink2">{t("body")}</p>
      </div>
      <div className="max-w-form">
        <PeopleSearch typed={q} />
      </div>
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
      ) : (
        <BulkForm slug={slug} people={people} groups={groups.data} />
      )}
    </div>
  );
}
