import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import type { FormState } from "@/lib/platform/actions/form-state";

type BanFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  memberId: string;
  place?: { communityId: string; groupId?: string };
};

/** Why somebody is banned, for those who read the list later. */
export async function BanForm({ action, memberId, place }: BanFormProps) {
  const t = await getTranslations("bans");
  return (
    <ActionForm action={action} submitLabel={t("submit")} submitVariant="danger" successMessage={t("banned")}>
      <input type="hidden" name="memberId" value={memberId} />
      {place && <input type="hidden" name="communityId" value={place.communityId} />}
      {place?.groupId && <input type="hidden" name="groupId" value={place.groupId} />}
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} optional />
    </ActionForm>
  );
}
