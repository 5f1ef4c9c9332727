import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { statusTones } from "@/components/bulk-acts/act-words";
import { BulkRows } from "@/components/bulk-acts/bulk-rows";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonStyle } from "@/components/ui/button-style";
import { JobProgress } from "@/components/ui/job-progress";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canActInBulk } from "@/lib/bulk-acts/policy";
import { getBulkAct } from "@/lib/bulk-acts/queries/find-bulk-act";
import { findPlaceNames, listBulkRows } from "@/lib/bulk-acts/queries/list-bulk-rows";
import { doneRows } from "@/lib/bulk-acts/rules";
import { rowsQuery } from "@/lib/bulk-acts/schema";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkActs"))("list") };
}

type BulkActPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string; outcome?: string }>;
};

export default async function BulkActPage({ params, searchParams }: BulkActPageProps) {
  const [{ tenant: slug, id }, { cursor, outcome: asked }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canActInBulk(ctx.actor).ok) notFound();
  const act = await pageOr404(getBulkAct(ctx, id));
  const outcome = rowsQuery.safeParse({ outcome: asked }).data?.outcome;
  const [t, format, names, page] = await Promise.all([
    getTranslations("bulkActs"),
    getFormatter(),
    findPlaceNames(ctx, act),
    pageOr404(listBulkRows(ctx, id, { limit: PAGE_SIZE, cursor, outcome })),
  ]);
  const here = `/t/${slug}/members/acts/${id}`;
  const isOver = act.status === "done" || act.status === "failed";
  const where = [...act.communityIds, ...act.groupIds].map((place) => names.get(place) ?? t("placeGone"));
  return (
    <>
      <PageHeader
        title={t(`submit.${act.action}`, { count: act.people })}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={statusTones[act.status]}>{t(`statuses.${act.status}`)}</Badge>
            <span className="min-w-0 break-words">{format.list([...where, ...act.tags])}</span>
          </span>
        }
        back={
          <a className="link w-fit" href={`/t/${slug}/members/acts`}>
            {t("list")}
          </a>
        }
        actions={
          isOver && (
            <a href={`${here}/rows`} download className={buttonStyle("secondary")}>
              {t("download")}
            </a>
          )
        }
      />
      <div className="grid gap-5">
        {act.status === "failed" && (
          <Alert tone="danger" title={t("stopped")}>
            {t("stoppedBody")}
          </Alert>
        )}
        {isOver ? (
          <BulkRows
            here={here}
            act={act}
            outcome={outcome}
            page={page}
            isFirstPage={cursor === undefined}
            locale={ctx.locale}
          />
        ) : (
          <JobProgress
            statusHref={`${here}/status`}
            initial={{ status: act.status, done: doneRows(act), total: act.rows }}
            texts={{ title: t("running"), waiting: t("waiting"), counted: t.raw("counted") as string }}
          />
        )}
      </div>
    </>
  );
}
