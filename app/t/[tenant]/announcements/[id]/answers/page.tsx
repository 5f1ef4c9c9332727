import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerBars } from "@/components/blocks/answer-bars";
import { AnswerTable } from "@/components/blocks/answer-table";
import { BlockActions } from "@/components/blocks/block-actions";
import { choiceNames } from "@/components/blocks/choice-name";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { requireStaff } from "@/lib/accounts/load-context";
import { findVisibleAnnouncement } from "@/lib/announcements/page-announcement";
import { listAnswers } from "@/lib/blocks/queries/list-answers";
import { listBlocks } from "@/lib/blocks/queries/list-blocks";
import { headingOf, WON } from "@/lib/blocks/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

type PageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ block?: string; choice?: string; cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("blocks.results"))("title") };
}

export default async function AnswersPage({ params, searchParams }: PageProps) {
  const { tenant: slug, id } = await params;
  const asked = await searchParams;
  const ctx = await requireStaff(slug);
  const announcement = await findVisibleAnnouncement(ctx, id);
  const blocks = await listBlocks(ctx, id);
  const block = blocks.find((one) => one.id === asked.block) ?? blocks[0];
  // It asked for nothing, or has not been sent yet.
  if (!block) redirect(`/t/${slug}/announcements/${id}`);
  const choices = [...block.counts.map(({ choice }) => choice), ...(block.drawnAt ? [WON] : [])];
  const choice = choices.find((one) => one === asked.choice);
  const [t, nameOf, tenant, answers] = await Promise.all([
    getTranslations("blocks"),
    choiceNames(block.content),
    findTenant(ctx),
    pageOr404(
      listAnswers(ctx, {
        blockId: block.id,
        ...(choice === WON ? { hasWon: true } : { choice }),
        limit: 50,
        cursor: asked.cursor,
      }),
    ),
  ]);
  const path = `/t/${slug}/announcements/${id}/answers`;
  const address = (given: Record<string, string>) =>
    `${path}?${new URLSearchParams({ block: block.id, ...given })}`;
  const here = choice ? { choice } : {};
  const mayManage = announcement.communityIds.every(
    (communityId) => canAsStaff(ctx.actor, "announcements.send", communityId).ok,
  );
  return (
    <>
      <PageHeader
        title={headingOf(block.content)}
        description={`${t(`kinds.${block.kind}`)} · ${t(block.isOpen ? "open.always" : "open.closed")}`}
        actions={<LinkButton href={`/t/${slug}/announcements/${id}`}>{t("results.back")}</LinkButton>}
      />
      <div className="grid gap-5">
        <div className="max-w-form">
          <AnswerBars people={block.people} counts={block.counts} nameOf={nameOf} />
        </div>
        {mayManage && <BlockActions slug={slug} tenantId={ctx.tenantId} block={block} choice={choice} />}
        {choices.length > 1 && (
          <TabNav
            label={t("results.filter")}
            tabs={[
              { href: address({}), label: t("results.all"), current: !choice },
              ...choices.map((one) => ({
                href: address({ choice: one }),
                label: one === WON ? t("results.winners") : nameOf(one),
                current: one === choice,
              })),
            ]}
          />
        )}
        <AnswerTable
          slug={slug}
          answers={answers.data}
          nameOf={nameOf}
          zone={tenant.timezone}
          filtered={choice !== undefined}
        />
        <Pagination
          nextHref={answers.nextCursor ? address({ ...here, cursor: answers.nextCursor }) : undefined}
          firstHref={asked.cursor ? address(here) : undefined}
        />
      </div>
    </>
  );
}
