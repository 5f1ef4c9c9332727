import { ListChecks, UserPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { Membership } from "@/lib/memberships/types";
import type { Page } from "@/lib/platform/http/cursor";
import { PeopleTable } from "./people-table";
import { PeopleTabs } from "./people-tabs";
import type { PersonActions } from "./person-menu";

type PeopleSectionProps = {
  title: string;
  /** The address of this list. */
  here: string;
  /** The page to add people, for those who may. */
  addHref?: string | undefined;
  /** The page to change many at once, for those who may. */
  bulkHref?: string | undefined;
  place: { communityId: string; groupId?: string };
  bansHref?: string | undefined;
  page: Page<Membership>;
  zone: string;
  actions: PersonActions | null;
  onlyAdmins: boolean;
  isFirstPage: boolean;
};

/** The people of a place: everybody or those who administer, page by page, and the way to add more. */
export async function PeopleSection({
  title,
  here,
  addHref,
  bulkHref,
  bansHref,
  page,
  onlyAdmins,
  isFirstPage,
  ...table
}: PeopleSectionProps) {
  const t = await getTranslations("communities.members");
  const query = onlyAdmins ? "role=admin&" : "";
  return (
    <section aria-labelledby="people-title" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="people-title" className="text-h3">
          {title}
        </h2>
        <div className="flex flex-wrap gap-2">
          {bulkHref && (
            <LinkButton href={bulkHref} icon={<Icon of={ListChecks} size={16} />}>
              {t("bulk")}
            </LinkButton>
          )}
          {addHref && (
            <LinkButton href={addHref} variant="primary" icon={<Icon of={UserPlus} size={16} />}>
              {t("add")}
            </LinkButton>
          )}
        </div>
      </div>
      <PeopleTabs here={here} bansHref={bansHref} current={onlyAdmins ? "admins" : "everybody"} />
      <PeopleTable people={page.data} {...table} />
      <Pagination
        nextHref={page.nextCursor ? `${here}?${query}cursor=${page.nextCursor}` : undefined}
        firstHref={isFirstPage ? undefined : here}
      />
    </section>
  );
}
