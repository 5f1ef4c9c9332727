import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { draftForAskersAction } from "@/lib/announcements/actions";
import type { OutcomeCounts } from "@/lib/feedback/types";
import { formatNumber } from "@/lib/platform/i18n/format";

type OutcomeCardProps = {
  slug: string;
  feedbackId: string;
  counts: OutcomeCounts;
  /** It is done, and whoever looks may write announcements there. */
  mayDraft: boolean;
  announcementId: string | null;
};

/** Who was told of the end, what they say of it, and “you asked, we did” (F3). */
export async function OutcomeCard({ slug, feedbackId, counts, mayDraft, announcementId }: OutcomeCardProps) {
  const [t, locale] = await Promise.all([getTranslations("feedback.loop"), getLocale()]);
  const { told, solved, unsolved } = counts;
  const rows = [
    ["solvedYes", solved],
    ["solvedNo", unsolved],
    ["noAnswer", told - solved - unsolved],
  ] as const;
  return (
    <SectionCard id="outcome" title={t("outcome")}>
      <div className="grid gap-4">
        <p>{t("told", { count: told })}</p>
        {told > 0 && (
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-control">
            {rows.map(([name, count]) => (
              <div key={name} className="contents">
                <dt className="text-ink2">{t(name)}</dt>
                <dd className="text-right tabular-nums">{formatNumber(count, locale)}</dd>
              </div>
            ))}
          </dl>
        )}
        {announcementId && (
          <LinkButton href={`/t/${slug}/announcements/${announcementId}`}>{t("openAnnouncement")}</LinkButton>
        )}
        {mayDraft && !announcementId && (
          <div className="grid gap-2">
            <ActionForm
              action={draftForAskersAction.bind(null, slug)}
              submitLabel={t("draft")}
              submitVariant="secondary"
            >
              <input type="hidden" name="feedbackId" value={feedbackId} />
            </ActionForm>
            <p className="text-ink2 text-meta">{t("draftHint")}</p>
          </div>
        )}
      </div>
    </SectionCard>
  );
}
