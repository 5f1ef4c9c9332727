import { getTranslations } from "next-intl/server";
import { CountedTextareaField, CountedTextField } from "@/components/ui/counted-fields";
import { RadioField, SwitchField } from "@/components/ui/form-choices";
import type { Group } from "@/lib/groups/types";
import type { Limits } from "@/lib/tenants/limits";

/** What a room is: name, description, who may join, overflow. */
export async function GroupFields({ limits, group }: { limits: Limits; group?: Group }) {
  const t = await getTranslations("groups");
  return (
    <>
      <CountedTextField
        name="name"
        label={t("name")}
        placeholder={t("namePlaceholder")}
        maxGraphemes={limits.communityNameGraphemes}
        defaultValue={group?.name}
        autoComplete="off"
        required
      />
      <CountedTextareaField
        name="description"
        label={t("description")}
        optional
        rows={3}
        maxGraphemes={limits.communityDescriptionGraphemes}
        defaultValue={group?.description}
      />
      <RadioField
        name="joinMode"
        label={t("joinMode.label")}
        defaultValue={group?.joinMode ?? "open"}
        options={(["open", "request", "invite"] as const).map((value) => ({
          value,
          label: t(`joinMode.${value}`),
        }))}
      />
      {!group?.overflowOf && (
        <SwitchField
          name="overflow"
          label={t("overflow")}
          hint={t("overflowHint", { name: group?.name ?? t("overflowName") })}
          defaultChecked={group?.overflow ?? false}
        />
      )}
    </>
  );
}
