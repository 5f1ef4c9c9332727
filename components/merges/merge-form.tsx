import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { LinkButton } from "@/components/ui/link-button";
import { mergeMembersAction } from "@/lib/merges/actions";

export type MergeChoice = { id: string; name: string; hint: string };
type MergeFormProps = {
  slug: string;
  back: string;
  intoId: string;
  people: readonly MergeChoice[];
  /** Who is marked already. */
  chosen?: string | undefined;
  undoDays: number;
};

/** Which record goes into this one, and what that means. */
export async function MergeForm({ slug, back, intoId, people, chosen, undoDays }: MergeFormProps) {
  const t = await getTranslations("members.merge");
  return (
    <ActionForm
      action={mergeMembersAction.bind(null, slug)}
      submitLabel={t("submit")}
      actions={
        <LinkButton href={back} variant="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      <input type="hidden" name="intoId" value={intoId} />
      <RadioField
        name="memberId"
        label={t("choose")}
        {...(chosen && { defaultValue: chosen })}
        options={people.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
      />
      <Alert tone="info" title={t("undoNote", { days: undoDays })}>
        {t("refusals")}
      </Alert>
    </ActionForm>
  );
}
