import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { IdeaForm } from "@/components/portal/idea-form";
import { IdeaRow } from "@/components/portal/idea-row";
import { SectionCard } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { listOwnFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { loadPortal } from "../load-portal";
import { orNotFound } from "../or-not-found";

const PAGE_SIZE = 30;

type IdeasPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("ideas.title") };
}

export default async function IdeasPage({ params, searchParams }: IdeasPageProps) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, communities, mine] = await Promise.all([
    getTranslations("portal.ideas"),
    listOwnCommunities(ctx),
    listOwnFeedback(ctx, { limit: PAGE_SIZE, cursor }).catch(orNotFound),
  ]);
  return (
    <PortalShell tenant={tenant} title={t("title")} subtitle={tenant.name} badges={badges}>
      <SectionCard id="send" title={t("send")} description={t("sendHint")}>
        <IdeaForm slug={slug} communities={communities} />
      </SectionCard>
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
