import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField } from "@/components/ui/form-fields";
import { mergeFeedbackAction, undoMergeAction } from "@/lib/feedback/actions";
import type { FeedbackView, Twin } from "@/lib/feedback/types";

type MergeCardProps = { slug: string; item: Pick<FeedbackView, "id" | "mergedInto">; twins: readonly Twin[] };

/** Makes two items that say the same one, or two of them again. */
export async function MergeCard({ slug, item, twins }: MergeCardProps) {
  const t = await getTranslations("feedback");
  if (item.mergedInto)
    return (
      <SectionCard id="merge" title={t("statuses.merged")}>
        <div className="grid gap-4">
          <Link href={`/t/${slug}/feedback/${item.mergedInto}`} className="link w-fit">
            {t("detail.openTarget")}
          </Link>
          <ActionForm
            action={undoMergeAction.bind(null, slug)}
            submitLabel={t("loop.undoMerge")}
            submitVariant="secondary"
            successMessage={t("loop.parted")}
          >
            <input type="hidden" name="feedbackId" value={item.id} />
          </ActionForm>
        </div>
      </SectionCard>
    );
  if (twins.length === 0) return null;
  return (
    <SectionCard id="merge" title={t("loop.merge")} description={t("loop.mergeHint")}>
      <ActionForm
        action={mergeFeedbackAction.bind(null, slug)}
        submitLabel={t("loop.mergeSubmit")}
        submitVariant="secondary"
        successMessage={t("loop.merged")}
      >
        <input type="hidden" name="feedbackId" value={item.id} />
        <SelectField
          name="into"
          label={t("loop.mergeInto")}
          placeholder={t("loop.mergeChoose")}
          defaultValue=""
          options={twins.map(({ id, title, votes }) => ({
            value: id,
            label: t("loop.twin", { title, votes }),
          }))}
        />
      </ActionForm>
    </SectionCard>
  );
}
