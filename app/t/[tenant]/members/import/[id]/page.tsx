import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ErrorTable } from "@/components/imports/error-table";
import { ImportCounts } from "@/components/imports/import-counts";
import { ImportStage } from "@/components/imports/import-stage";
import { statusLook } from "@/components/imports/import-status";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { listFields } from "@/lib/fields/queries/list-fields";
import { canRunImports } from "@/lib/imports/policy";
import { getImport, importExists } from "@/lib/imports/queries/find-import";
import { listPlaces } from "@/lib/imports/queries/list-places";
import { suggestAuthors } from "@/lib/imports/queries/suggest-authors";
import { isOpenForReview } from "@/lib/imports/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params }: { params: Promise<{ tenant: string; id: string }> }) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  if (!canRunImports(ctx.actor).ok) notFound();
  await importExists(ctx, id).catch(() => notFound());
  const [t, view] = await Promise.all([getTranslations("imports"), getImport(ctx, id)]);
  const isOpen = isOpenForReview(view);
  const names = isOpen && view.review?.kind === "chat" ? view.review.authors.map(({ name }) => name) : [];
  const [places, fields, suggestions] = await Promise.all([
    isOpen ? listPlaces(ctx) : [],
    isOpen ? listFields(ctx) : [],
    suggestAuthors(ctx, names),
  ]);
  const isWaiting = view.status === "queued" || view.status === "running";
  const state = view.dryRun && view.status === "done" ? "checked" : view.status;
  return (
    <>
      <PageHeader
        title={<span className="break-all">{view.fileName || t(`kinds.${view.kind}`)}</span>}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Badge {...statusLook[view.status]}>{t(`statuses.${state}`)}</Badge>
            {t(`kinds.${view.kind}`)}
          </span>
        }
      />
      <div className="grid gap-6">
        {!isWaiting && view.status !== "needs_review" && (
          <ImportCounts kind={view.kind} counts={view.counts} />
        )}
        <ImportStage slug={slug} view={view} places={places} suggestions={suggestions} own={fields} />
        <ErrorTable errors={view.errors} downloadHref={`/t/${slug}/members/import/${id}/errors`} />
      </div>
    </>
  );
}
