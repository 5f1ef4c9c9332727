import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PARTIES, type Party } from "@/lib/permissions/rules";
import { partyWords } from "./party-words";

/** One role or tie alone; lives in the address, so that it can be shared and needs no script. */
export async function PartyFilter({ base, chosen }: { base: string; chosen: Party | undefined }) {
  const [t, words] = await Promise.all([getTranslations("permissions"), partyWords()]);
  return (
    <search>
      <form method="get" action={base} className="flex flex-wrap items-end gap-3">
        <Field id="party" label={t("party")} className="min-w-52 grow sm:grow-0">
          <Select
            id="party"
            name="party"
            defaultValue={chosen ?? ""}
            placeholder={t("everybody")}
            options={PARTIES.map((party) => ({ value: party, label: words(party) }))}
          />
        </Field>
        <Button type="submit">{t("apply")}</Button>
        {chosen && (
          <Link href={base} className="link py-2 text-meta">
            {t("clear")}
          </Link>
        )}
      </form>
    </search>
  );
}
