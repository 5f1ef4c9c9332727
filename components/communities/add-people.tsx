import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { LinkButton } from "@/components/ui/link-button";
import { addMembersAction } from "@/lib/memberships/actions";
import { PeopleSearch } from "./people-search";

type AddPeopleProps = {
  slug: string;
  place: { communityId: string; groupId?: string };
  back: string;
  typed: string;
  people: readonly { id: string; name: string; hint: string; isIn: boolean }[];
};

/** Search, tick, add: members of the tenant into a community or a room. Works without script. */
export async function AddPeople({ slug, place, back, typed, people }: AddPeopleProps) {
  const t = await getTranslations("communities.members");
  return (
    <div className="grid max-w-form gap-6">
      <div className="grid gap-1">
        <h2 className="text-h3">{t("addTitle")}</h2>
        <p className="text-ink2">{t(place.groupId ? "addBody" : "addBodyCommunity")}</p>
      </div>
      <PeopleSearch typed={typed} />
      {people.length === 0 ? (
        <p role="status" className="text-ink2">
          {t("none")}
        </p>
      ) : (
        <ActionForm
          action={addMembersAction.bind(null, slug)}
          submitLabel={t("addSubmit")}
          successMessage={t("addSuccess")}
          actions={
            <LinkButton href={back} variant="quiet">
              {t("title")}
            </LinkButton>
          }
        >
          <input type="hidden" name="communityId" value={place.communityId} />
          {place.groupId && <input type="hidden" name="groupId" value={place.groupId} />}
          <CheckboxGroupField
            name="memberIds[]"
            label={t("manage")}
            options={people.map((person) => ({
              value: person.id,
              label: person.name,
              hint: person.isIn ? t("alreadyIn") : person.hint,
              disabled: person.isIn,
            }))}
          />
        </ActionForm>
      )}
    </div>
  );
}
