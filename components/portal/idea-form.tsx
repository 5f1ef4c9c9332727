import { getTranslations } from "next-intl/server";
import { CountedTextareaField, CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { CheckboxField, RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import { sendFeedbackAction } from "@/lib/feedback/actions";
import { FEEDBACK_KINDS } from "@/lib/feedback/rules";
import { FEEDBACK_LIMITS } from "@/lib/feedback/schema";
import { SimilarIdeas } from "./similar-ideas";

const SCORES = Array.from({ length: 11 }, (_, score) => String(score));

type IdeaFormProps = { slug: string; communities: readonly { id: string; name: string }[] };

/** What a member wants to say. In one community only, it is about that one. */
export async function IdeaForm({ slug, communities }: IdeaFormProps) {
  const t = await getTranslations();
  const [only, ...others] = communities;
  return (
    <ActionForm action={sendFeedbackAction.bind(null, slug)} submitLabel={t("portal.ideas.submit")}>
      <RadioField
        name="kind"
        label={t("portal.ideas.kind")}
        defaultValue="suggestion"
        options={FEEDBACK_KINDS.map((kind) => ({ value: kind, label: t(`feedback.kinds.${kind}`) }))}
      />
      <SimilarIdeas
        slug={slug}
        texts={{
          title: t("portal.ideas.similar"),
          support: t("portal.ideas.support"),
          supportOf: t.raw("portal.ideas.supportOf"),
          supported: t("portal.ideas.supported"),
          isOwn: t("portal.ideas.isOwn"),
        }}
      >
        <CountedTextField
          name="title"
          label={t("portal.ideas.subject")}
          required
          maxGraphemes={FEEDBACK_LIMITS.title}
        />
      </SimilarIdeas>
      <CountedTextareaField
        name="body"
        label={t("portal.ideas.body")}
        rows={4}
        optional
        maxGraphemes={FEEDBACK_LIMITS.body}
      />
      {others.length > 0 ? (
        <SelectField
          name="communityId"
          label={t("portal.ideas.community")}
          placeholder={t("portal.ideas.noCommunity")}
          defaultValue={only?.id ?? ""}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        only && <input type="hidden" name="communityId" value={only.id} />
      )}
      <CheckboxField name="shared" label={t("portal.ideas.share")} hint={t("portal.ideas.shareHint")} />
      <SelectField
        name="score"
        label={t("portal.ideas.score")}
        optional
        placeholder={t("portal.ideas.noScore")}
        options={SCORES.map((score) => ({ value: score, label: score }))}
      />
    </ActionForm>
  );
}
