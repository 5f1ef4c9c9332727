import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { TextareaField } from "@/components/ui/form-fields";
import { answerSolvedAction } from "@/lib/feedback/actions";
import type { IdeaEnd } from "@/lib/feedback/types";

/** Of what is done: whether it solved it for whoever asked (F3). Nothing for who was not told of it. */
export async function SolvedCard({ slug, end }: { slug: string; end: IdeaEnd }) {
  if (!end.asked) return null;
  const t = await getTranslations("portal.ideas");
  const { solved } = end.asked;
  return (
    <SectionCard id="solved" title={t("solvedTitle")} description={t("solvedHint")}>
      <div className="grid gap-4">
        {solved !== null && <p>{t(solved ? "solvedSaidYes" : "solvedSaidNo")}</p>}
        <ActionForm
          action={answerSolvedAction.bind(null, slug)}
          submitLabel={t("solvedSubmit")}
          successMessage={t("solvedThanks")}
        >
          <input type="hidden" name="feedbackId" value={end.rootId} />
          <RadioField
            name="solved"
            label={t("solvedTitle")}
            {...(solved !== null && { defaultValue: solved ? "yes" : "no" })}
            options={[
              { value: "yes", label: t("solvedYes") },
              { value: "no", label: t("solvedNo") },
            ]}
          />
          <TextareaField name="body" label={t("solvedWords")} hint={t("solvedWordsHint")} rows={2} optional />
        </ActionForm>
      </div>
    </SectionCard>
  );
}
