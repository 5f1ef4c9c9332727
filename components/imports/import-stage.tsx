import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { JobProgress } from "@/components/ui/job-progress";
import { LinkButton } from "@/components/ui/link-button";
import { isOpenForReview } from "@/lib/imports/rules";
import type { CommunityPlaces, ImportView, Suggestion } from "@/lib/imports/types";
import { ChatReviewForm } from "./chat-review-form";
import { ImportResult } from "./import-result";
import { TablePreview } from "./table-preview";

type ImportStageProps = {
  slug: string;
  view: ImportView;
  places: readonly CommunityPlaces[];
  suggestions: ReadonlyMap<string, Suggestion[]>;
  own: readonly { key: string; name: string }[];
};

/** What there is to do at this point of an import: wait, answer, start, or read what came of it. */
export async function ImportStage({ slug, view, places, suggestions, own }: ImportStageProps) {
  const t = await getTranslations("imports");
  const { status, review } = view;
  if (status === "queued" || status === "running") {
    return (
      <JobProgress
        statusHref={`/t/${slug}/members/import/${view.id}/status`}
        initial={{ status, done: view.progress.done, total: view.progress.total }}
        texts={{
          title: view.dryRun ? t("progress.checking") : t("progress.running"),
          waiting: t("progress.waiting"),
          counted: t.raw("progress.counted"),
        }}
      />
    );
  }
  if (!isOpenForReview(view)) return <ImportResult slug={slug} view={view} />;
  if (review?.kind === "chat") {
    return (
      <ChatReviewForm slug={slug} view={view} review={review} places={places} suggestions={suggestions} />
    );
  }
  if (review) return <TablePreview slug={slug} view={view} review={review} places={places} own={own} />;
  return (
    <Alert
      tone="danger"
      title={t("result.unreadable")}
      actions={
        <LinkButton size="sm" href={`/t/${slug}/members/import`}>
          {t("result.another")}
        </LinkButton>
      }
    />
  );
}
