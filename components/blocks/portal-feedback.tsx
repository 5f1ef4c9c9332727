import { getTranslations } from "next-intl/server";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { answerBlockAction } from "@/lib/blocks/actions";
import { scaleOf } from "@/lib/blocks/rules";
import { BLOCK_LIMITS, type BlockOf } from "@/lib/blocks/schema";
import type { PortalBlockProps } from "./portal-block";

type PortalFeedbackProps = PortalBlockProps & { content: BlockOf<"feedback"> };

/** A question answered once, in words or with a score; the answer is feedback (F1). */
export async function PortalFeedback({ slug, view, content }: PortalFeedbackProps) {
  const t = await getTranslations("blocks.feedback");
  const { block, own, isOpen } = view;
  const scale = scaleOf(content);
  const scores = scale
    ? Array.from({ length: scale.to - scale.from + 1 }, (_, place) => String(scale.from + place))
    : [];
  return (
    <>
      <h3 className="break-words font-semibold text-reading [overflow-wrap:anywhere]">{content.question}</h3>
      {own && <p>{t("yours")}</p>}
      {!own && isOpen && (
        <ActionForm
          action={answerBlockAction.bind(null, slug)}
          submitLabel={t("send")}
          successMessage={t("thanks")}
          className="gap-3"
        >
          <input type="hidden" name="blockId" value={block.id} />
          {scale && (
            <RadioField
              name="score"
              label={t("score")}
              options={scores.map((score) => ({ value: score, label: score }))}
              className="[&>div]:grid-cols-4 sm:[&>div]:grid-cols-6"
            />
          )}
          <CountedTextareaField
            name="body"
            label={t(scale ? "why" : "words")}
            rows={3}
            optional={scale !== null}
            maxGraphemes={BLOCK_LIMITS.answer}
          />
        </ActionForm>
      )}
    </>
  );
}
