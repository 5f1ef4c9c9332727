import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FoundMessages } from "@/components/conversations/found-messages";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { Pagination } from "@/components/ui/pagination";
import { searchMessages } from "@/lib/conversations/queries/list-messages";
import { getOwnGroup } from "@/lib/groups/queries/get-own-group";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";

const PAGE_SIZE = 20;

type SearchPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ q?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations.search"))("open") };
}

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const q = typeof query.q === "string" ? query.q.replaceAll("\0", "").slice(0, 200) : "";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const room = await getOwnGroup(ctx, id).catch(orNotFound);
  const [t, found] = await Promise.all([
    getTranslations("conversations.search"),
    searchMessages(ctx, { groupId: id, q, limit: PAGE_SIZE, cursor }).catch(orNotFound),
  ]);
  const here = `/m/${slug}/groups/${id}/search?q=${encodeURIComponent(q)}`;
  return (
    <PortalShell
      tenant={tenant}
      title={t("open")}
      subtitle={room.name}
      lead={<BackLink href={`/m/${slug}/groups/${id}`} label={t("back")} />}
      badges={badges}
    >
      <FoundMessages
        q={q}
        messages={found.data}
        viewerId={ctx.actor.memberId}
        zone={tenant.timezone}
        room={`/m/${slug}/groups/${id}`}
      />
      <Pagination
        nextHref={found.nextCursor ? `${here}&cursor=${found.nextCursor}` : undefined}
        firstHref={cursor ? here : undefined}
      />
    </PortalShell>
  );
}
