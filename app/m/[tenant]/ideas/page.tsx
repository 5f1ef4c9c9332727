import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { IdeaForm } from "@/components/portal/idea-form";
import { IdeaRow } from "@/components/portal/idea-row";
import { SharedIdeas } from "@/components/portal/shared-ideas";
import { SectionCard } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { listIdeas } from "@/lib/feedback/queries/list-ideas";
import { listOwnFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { loadPortal } from "../load-portal";
import { orNotFound } from "../or-not-found";

const PAGE_SIZE = 30;
const IDEAS_SIZE = 20;

type IdeasPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string | string[]; shared?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("ideas.title") };
}

export default async function IdeasPage({ params, searchParams }: IdeasPageProps) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const place = typeof query.shared === "string" ? query.shared : undefined;
  const [t, communities, shared, mine] = await Promise.all([
    getTranslations("portal.ideas"),
    listOwnCommunities(ctx),
    listIdeas(ctx, {}, { limit: IDEAS_SIZE, cursor: place }).catch(orNotFound),
    listOwnFeedback(ctx, { limit: PAGE_SIZE, cursor }).catch(orNotFound),
  ]);
  return (
    <PortalShell tenant={tenant} title={t("title")} subtitle={tenant.name} badges={badges}>
      <SectionCard id="send" title={t("send")} description={t("sendHint")}>
        <IdeaForm slug={slug} communities={communities} />
      </SectionCard>
      <section aria-labelledby="shared" className="mt-2 grid gap-2.5">
        <div className="grid gap-0.5">
          <h2 id="shared" className="text-h3">
            {t("shared")}
          </h2>
          <p className="text-ink2 text-meta">{t("sharedHint")}</p>
        </div>
        {shared.data.length === 0 && <p className="text-ink2">{t("sharedEmpty")}</p>}
        {shared.data.length > 0 && (
          <SharedIdeas
            slug={slug}
            ideas={shared.data}
            communities={new Map(communities.map(({ id, name }) => [id, name]))}
          />
        )}
        <Pagination
          nextHref={shared.nextCursor ? `/m/${slug}/ideas?shared=${shared.nextCursor}` : undefined}
          firstHref={place ? `/m/${slug}/ideas` : undefined}
        />
      </section>
      <section aria-labelledby="mine" className="mt-2 grid gap-2.5">
        <h2 id="mine" className="text-h3">
          {t("mine")}
        </h2>
        {mine.data.length === 0 && <p className="text-ink2">{t("mineEmpty")}</p>}
        {mine.data.length > 0 && (
          <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {mine.data.map((row) => (
              <IdeaRow key={row.id} slug={slug} row={row} zone={tenant.timezone} />
            ))}
          </ul>
        )}
      </section>
      <Pagination
        nextHref={mine.nextCursor ? `/m/${slug}/ideas?cursor=${mine.nextCursor}` : undefined}
        firstHref={cursor ? `/m/${slug}/ideas` : undefined}
      />
    </PortalShell>
  );
}
