import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField, RadioField } from "@/components/ui/form-choices";
import { bulkChangeAction } from "@/lib/memberships/actions";
import { BulkOutcome } from "./bulk-outcome";

type BulkFormProps = {
  slug: string;
  people: readonly { id: string; name: string; hint: string }[];
  groups: readonly { id: string; name: string }[];
};

// Long lists scroll by themselves, so that the button below them stays near.
const FOLDED =
  "[&>div]:max-h-60 [&>div]:overflow-y-auto [&>div]:rounded-control [&>div]:border [&>div]:border-line [&>div]:px-3";
const ACTIONS = ["add", "remove", "promote", "demote"] as const;
const CODES = [
  "unknown_id",
  "banned",
  "group_full",
  "community_full",
  "read_only",
  "not_a_member",
  "last_admin",
  "not_allowed",
  "not_granted",
] as const;

/** Several people, several groups, one thing to do; the answer names what came of each. */
export async function BulkForm({ slug, people, groups }: BulkFormProps) {
  const t = await getTranslations("communities.bulk");
  const names = Object.fromEntries([...people, ...groups].map(({ id, name }) => [id, name]));
  return (
    <ActionForm action={bulkChangeAction.bind(null, slug)} submitLabel={t("submit")}>
      <RadioField
        name="action"
        label={t("action")}
        defaultValue="add"
        options={ACTIONS.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
      />
      <div className="grid items-start gap-5 md:grid-cols-2">
        <CheckboxGroupField
          name="memberIds[]"
          label={t("people")}
          className={FOLDED}
          options={people.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
        />
        <CheckboxGroupField
          name="groupIds[]"
          label={t("groups")}
          className={FOLDED}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <BulkOutcome
        names={names}
        texts={{
          caption: t("outcome"),
          person: t("person"),
          group: t("group"),
          result: t("result"),
          outcomes: { done: t("done"), unchanged: t("unchanged"), refused: t("refused") },
          codes: Object.fromEntries(CODES.map((code) => [code, t(`codes.${code}`)])),
        }}
      />
    </ActionForm>
  );
}
