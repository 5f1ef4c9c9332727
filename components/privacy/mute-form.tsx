import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import type { OwnGroup } from "@/lib/groups/types";
import { chooseMutesAction } from "@/lib/memberships/portal-actions";

/** The rooms that one does not want to hear of. */
export async function MuteForm({ slug, groups }: { slug: string; groups: readonly OwnGroup[] }) {
  const t = await getTranslations("privacy.mine");
  return (
    <SectionCard id="mutes" title={t("mutes")}>
      <ActionForm
        action={chooseMutesAction.bind(null, slug)}
        submitLabel={t("mutesSubmit")}
        submitVariant="secondary"
        successMessage={t("mutesSaved")}
      >
        <CheckboxGroupField
          name="groupIds[]"
          label={t("mutesLabel")}
          hint={t("mutesHint")}
          options={groups.map(({ id, name, communityName }) => ({
            value: id,
            label: name,
            hint: communityName,
          }))}
          defaultValues={groups.filter(({ isMuted }) => isMuted).map(({ id }) => id)}
          className="[&_label]:min-h-11"
        />
      </ActionForm>
    </SectionCard>
  );
}
