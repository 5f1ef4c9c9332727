import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CommunityCard } from "@/components/communities/community-card";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canCreateCommunity } from "@/lib/communities/policy";
import { listCommunities } from "@/lib/communities/queries/list-communities";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type CommunitiesPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ archived?: string; cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities"))("title") };
}

export default async function CommunitiesPage({ params, searchParams }: CommunitiesPageProps) {
  const [{ tenant: slug }, { archived: asked, cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const archived = asked === "1";
  const [t, { data, nextCursor }] = await Promise.all([
    getTranslations("communities"),
    pageOr404(listCommunities(ctx, { limit: 48, cursor, archived })),
  ]);
  const here = `/t/${slug}/communities`;
  const create = canCreateCommunity(ctx.actor).ok && (
    <LinkButton href={`${here}/new`} variant="primary" icon={<Icon of={Plus} size={16} />}>
      {t("create")}
    </LinkButton>
  );
  const query = archived ? "archived=1&" : "";
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      {data.length === 0 ? (
        <EmptyState
          drawing={<HouseDrawing />}
          title={archived ? t("archivedEmpty") : t("empty.title")}
          actions={!archived && create}
        >
          {!archived && t("empty.body")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {data.map((community) => (
            <CommunityCard key={community.id} slug={slug} community={community} />
          ))}
        </ul>
      )}
      <Pagination nextHref={nextCursor ? `${here}?${query}cursor=${nextCursor}` : undefined} />
      <p className="pt-6 text-meta">
        <Link href={archived ? here : `${here}?archived=1`} className="link">
          {t(archived ? "activeLink" : "archivedLink")}
        </Link>
      </p>
    </>
  );
}
