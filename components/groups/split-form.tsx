import { getFormatter, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { splitGroupAction } from "@/lib/groups/actions";
import type { SplitPreview } from "@/lib/groups/types";

type SplitFormProps = {
  slug: string;
  groupId: string;
  preview: SplitPreview;
  maxGraphemes: number;
  back: string;
};

/** The halves as they would be, their names, and the button. */
export async function SplitForm({ slug, groupId, preview, maxGraphemes, back }: SplitFormProps) {
  const [t, format] = await Promise.all([getTranslations("groups.split"), getFormatter()]);
  const { names, staying, going, admins, keptShare } = preview;
  if (preview.isTooSmall) return <Alert tone="info">{t("tooSmall")}</Alert>;
  if (preview.groupCount >= preview.groupLimit)
    return (
      <Alert tone="danger" title={t("noRoomTitle")}>
        {t("noRoomBody", { max: preview.groupLimit })}
      </Alert>
    );
  return (
    <ActionForm
      action={splitGroupAction.bind(null, slug)}
      submitLabel={t("submit")}
      actions={
        <LinkButton href={back} variant="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      <input type="hidden" name="groupId" value={groupId} />
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{t("admins", { count: admins })}</li>
        <li>
          {t("kept", { share: format.number(Math.floor(keptShare * 100) / 100, { style: "percent" }) })}
        </li>
        <li>{t("history")}</li>
      </ul>
      <CountedTextField
        name="name"
        label={t("first")}
        hint={t("people", { count: staying })}
        defaultValue={names[0]}
        maxGraphemes={maxGraphemes}
        autoComplete="off"
        required
      />
      <CountedTextField
        name="newName"
        label={t("second")}
        hint={t("people", { count: going })}
        defaultValue={names[1]}
        maxGraphemes={maxGraphemes}
        autoComplete="off"
        required
      />
    </ActionForm>
  );
}
