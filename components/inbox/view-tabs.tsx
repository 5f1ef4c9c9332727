import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TabNav } from "@/components/ui/tab-nav";
import { INBOX_VIEWS, type InboxView } from "@/lib/inbox/rules";
import type { Label } from "@/lib/inbox/types";
import { type InboxChoice, inboxHref } from "./inbox-href";

type ViewTabsProps = {
  slug: string;
  chosen: InboxChoice;
  counts: Partial<Record<InboxView, number>>;
  labels: readonly Label[];
  mayManage: boolean;
};

const MOST_SHOWN = 99;

/** The views of the inbox as links, and the label by which the list is narrowed. */
export async function ViewTabs({ slug, chosen, counts, labels, mayManage }: ViewTabsProps) {
  const t = await getTranslations("inbox");
  return (
    <div className="grid min-w-0 gap-3">
      <TabNav
        label={t("views.label")}
        tabs={INBOX_VIEWS.map((view) => ({
          href: inboxHref(slug, { view, label: chosen.label }),
          label: t(`views.${view}`),
          count: shown(counts[view]),
          current: view === chosen.view,
        }))}
      />
      <div className="flex flex-wrap items-center gap-2">
        {labels.length > 0 && (
          <form method="get" action={`/t/${slug}/inbox`} className="flex items-center gap-2 max-sm:grow">
            <input type="hidden" name="view" value={chosen.view} />
            <div className="min-w-48 grow">
              <Select
                name="label"
                aria-label={t("list.labelFilter")}
                defaultValue={chosen.label ?? ""}
                placeholder={t("list.anyLabel")}
                options={labels.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
            <Button type="submit">{t("list.apply")}</Button>
          </form>
        )}
        {mayManage && (
          <Link href={`/t/${slug}/inbox/settings`} className="link text-meta">
            {t("list.settings")}
          </Link>
        )}
      </div>
    </div>
  );
}

function shown(count: number | undefined): string | undefined {
  if (!count) return undefined;
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}
