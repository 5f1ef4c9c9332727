import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";

/** Looks for members of the tenant, by the address of the page. */
export async function PeopleSearch({ typed }: { typed: string }) {
  const t = await getTranslations("communities.members");
  return (
    <search>
      <form className="flex flex-wrap gap-2">
        <TextInput
          type="search"
          name="q"
          defaultValue={typed}
          aria-label={t("search")}
          placeholder={t("search")}
          className="min-w-52 grow basis-0"
        />
        <Button type="submit" icon={<Icon of={Search} size={16} />}>
          {t("searchSubmit")}
        </Button>
      </form>
    </search>
  );
}
