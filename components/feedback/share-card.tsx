import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { shareFeedbackAction } from "@/lib/feedback/actions";

type ShareCardProps = { slug: string; feedbackId: string; isShared: boolean; mayBeShared: boolean };

/** Whether other members see it, without its author; the team may take it from view. */
export async function ShareCard({ slug, feedbackId, isShared, mayBeShared }: ShareCardProps) {
  const t = await getTranslations("feedback.loop");
  return (
    <SectionCard id="sharing" title={t("sharing")}>
      <div className="grid gap-3">
        <p>{t(isShared ? "isShared" : "isKept")}</p>
        {(isShared || mayBeShared) && (
          <ActionForm
            key={String(isShared)}
            action={shareFeedbackAction.bind(null, slug)}
            submitLabel={t(isShared ? "hide" : "show")}
            submitVariant="secondary"
            successMessage={t("shareSaved")}
          >
            <input type="hidden" name="feedbackId" value={feedbackId} />
            <input type="hidden" name="shared" value={isShared ? "no" : "yes"} />
          </ActionForm>
        )}
      </div>
    </SectionCard>
  );
}
