import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import type { CommunityGrant } from "@/lib/communities/types";
import type { FormState } from "@/lib/platform/actions/form-state";

type GrantsFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  communityId: string;
  grants: readonly CommunityGrant[];
};

/** Which marketers and agents work in the community (R2, R3). */
export async function GrantsForm({ action, communityId, grants }: GrantsFormProps) {
  const [t, roles] = await Promise.all([
    getTranslations("communities.grants"),
    getTranslations("accounts.roles"),
  ]);
  return (
    <SectionCard id="grants" title={t("title")} description={t("body")} className="max-w-form">
      {grants.length === 0 ? (
        <p className="text-ink2">{t("nobody")}</p>
      ) : (
        <ActionForm action={action} submitLabel={t("save")} successMessage={t("saved")}>
          <input type="hidden" name="communityId" value={communityId} />
          <CheckboxGroupField
            name="staffIds[]"
            label={t("label")}
            options={grants.map(({ staffId, name, role }) => ({
              value: staffId,
              label: name,
              hint: roles(role),
            }))}
            defaultValues={grants.filter(({ granted }) => granted).map(({ staffId }) => staffId)}
          />
        </ActionForm>
      )}
    </SectionCard>
  );
}
