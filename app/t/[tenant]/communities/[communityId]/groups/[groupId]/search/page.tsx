import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FoundMessages } from "@/components/conversations/found-messages";
import { BackLink } from "@/components/portal/back-link";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { searchMessages } from "@/lib/conversations/queries/list-messages";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const PAGE_SIZE = 20;

type SearchPageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{ q?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations.search"))("open") };
}

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const [{ tenant: slug, communityId, groupId }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const group = await pageOr404(getGroup(ctx, groupId));
  if (group.communityId !== communityId) notFound();
  const q = typeof query.q === "string" ? query.q.replaceAll("\0", "").slice(0, 200) : "";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, found, zone] = await Promise.all([
    getTranslations("conversations.search"),
    pageOr404(searchMessages(ctx, { groupId, q, limit: PAGE_SIZE, cursor })),
    findTimezone(ctx),
  ]);
  const room = `/t/${slug}/communities/${communityId}/groups/${groupId}/talk`;
  const here = `/t/${slug}/communities/${communityId}/groups/${groupId}/search?q=${encodeURIComponent(q)}`;
  return (
    <div className="grid max-w-form gap-4">
      <div className="flex items-center gap-2">
        <BackLink href={room} label={t("back")} />
        <h2>{t("openOf", { name: group.name })}</h2>
      </div>
      <FoundMessages q={q} messages={found.data} viewerId={ctx.actor.memberId} zone={zone} room={room} />
      <Pagination
        nextHref={found.nextCursor ? `${here}&cursor=${found.nextCursor}` : undefined}
        firstHref={cursor ? here : undefined}
      />
    </div>
  );
}
