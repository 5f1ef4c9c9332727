import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { PlaceFields, type SuccessionPlace, type SuccessorAction } from "./succession-card";

type HeirSearchProps = {
  place: SuccessionPlace;
  action: SuccessorAction;
  typed: string;
  found: readonly { memberId: string; name: string }[];
};

/** Finds somebody of the place by name and names them. A plain form whose answer is the page: works without script. */
export async function HeirSearch({ place, action, typed, found }: HeirSearchProps) {
  const t = await getTranslations("succession");
  return (
    <div className="grid gap-3">
      <form method="get" className="grid items-end gap-2.5 sm:grid-cols-[1fr_auto]">
        <Field id="heir-search" label={t("find")} hint={t("findHint")}>
          <TextInput
            id="heir-search"
            name="q"
            type="search"
            autoComplete="off"
            defaultValue={typed}
            aria-describedby="heir-search-hint"
          />
        </Field>
        <Button type="submit">{t("search")}</Button>
      </form>
      {typed !== "" && found.length === 0 && <p className="text-ink2 text-meta">{t("nobodyFound")}</p>}
      <ul className="grid divide-y divide-line">
        {found.map(({ memberId, name }) => (
          <li key={memberId} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0 break-words">{name}</span>
            <ActionForm
              action={action}
              submitLabel={t("name")}
              submitVariant="secondary"
              successMessage={t("nameDone")}
              className="gap-0"
            >
              <PlaceFields place={place} memberId={memberId} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </div>
  );
}
