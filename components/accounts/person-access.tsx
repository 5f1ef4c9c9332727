import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import { changeRoleAction, removeStaffAction, setGrantsAction } from "@/lib/accounts/actions/team";
import { canChangeRole, canGrantCommunities, canRemoveStaff } from "@/lib/accounts/policy";
import type { GrantableCommunity, StaffPerson } from "@/lib/accounts/types";
import { STAFF_ROLES, type StaffActor } from "@/lib/shared/actor";

type PersonAccessProps = {
  slug: string;
  person: StaffPerson;
  communities: readonly GrantableCommunity[];
  actor: StaffActor;
};

/** What this actor may change about a person: the role, the granted communities, being in the team at all. */
export async function PersonAccess({ slug, person, communities, actor }: PersonAccessProps) {
  const t = await getTranslations("accounts.team");
  const roles = await getTranslations("accounts.roles");
  // Who owns the tenant stays until the ownership is transferred.
  const staysOwner = person.role === "owner";
  const choices = staysOwner ? [] : STAFF_ROLES.filter((role) => canChangeRole(actor, person.role, role).ok);
  const grants = canGrantCommunities(actor, person.role).ok;
  const removable = !staysOwner && canRemoveStaff(actor, person).ok;
  if (choices.length === 0 && !grants && !removable) return null;
  const staffId = <input type="hidden" name="staffId" value={person.id} />;
  return (
    <details className="rounded-control border border-line bg-bg">
      <summary className="min-h-11 cursor-pointer px-3 py-2.5 font-medium text-control">
        {t("manage")}
      </summary>
      <div className="grid gap-6 border-line border-t p-3 sm:p-4">
        {choices.length > 0 && (
          <ActionForm
            action={changeRoleAction.bind(null, slug)}
            submitLabel={t("saveRole")}
            submitVariant="secondary"
            successMessage={t("roleSaved")}
          >
            {staffId}
            <SelectField
              name="role"
              label={t("roleOf", { name: person.name || person.email })}
              defaultValue={person.role}
              options={choices.map((role) => ({ value: role, label: roles(role) }))}
            />
          </ActionForm>
        )}
        {grants && communities.length === 0 && <p className="text-ink2 text-meta">{t("noCommunities")}</p>}
        {grants && communities.length > 0 && (
          <ActionForm
            action={setGrantsAction.bind(null, slug)}
            submitLabel={t("saveGrants")}
            submitVariant="secondary"
            successMessage={t("grantsSaved")}
          >
            {staffId}
            <CheckboxGroupField
              name="communityIds[]"
              label={t("grants")}
              hint={t("grantsHint")}
              options={communities.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValues={person.grantedCommunityIds}
            />
          </ActionForm>
        )}
        {removable && (
          <ActionForm
            action={removeStaffAction.bind(null, slug)}
            submitLabel={person.id === actor.staffId ? t("leave") : t("remove")}
            submitVariant="danger-quiet"
            successMessage={t("removed")}
          >
            {staffId}
          </ActionForm>
        )}
      </div>
    </details>
  );
}
