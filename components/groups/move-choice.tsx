import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import type { MoveTarget } from "@/lib/groups/types";

type MoveChoiceProps = { targets: readonly MoveTarget[]; chosen: string | null; back: string };

/** Where to: the choice is in the address, so that the summary below needs no script. */
export async function MoveChoice({ targets, chosen, back }: MoveChoiceProps) {
  const t = await getTranslations("groups.move");
  if (targets.length === 0) return <p className="text-ink2">{t("noTargets")}</p>;
  return (
    <form className="grid gap-3">
      <label htmlFor="to" className="font-medium">
        {t("to")}
      </label>
      <Select
        id="to"
        name="to"
        defaultValue={chosen ?? targets[0]?.id}
        options={targets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{t("look")}</Button>
        <LinkButton href={back} variant="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
