import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { TabNav } from "@/components/ui/tab-nav";
import { CALENDAR_VIEWS, type CalendarPage, type CalendarView } from "@/lib/announcements/calendar-rules";
import type { CommunityChoice } from "@/lib/announcements/types";
import { formatDay } from "@/lib/platform/i18n/format";
import { localeFrom } from "@/lib/platform/i18n/locales";

type CalendarToolbarProps = {
  path: string;
  view: CalendarView;
  date: string;
  today: string;
  page: CalendarPage;
  communityId: string | undefined;
  communities: readonly CommunityChoice[];
};

/** Which days, of which community, and how: all of it in the address. */
export async function CalendarToolbar(props: CalendarToolbarProps) {
  const { path, view, date, today, page, communityId, communities } = props;
  const t = await getTranslations("announcements.calendar");
  const locale = localeFrom(await getLocale());
  const address = (given: { view?: CalendarView; date?: string }) =>
    `${path}?${new URLSearchParams({ view, date, ...(communityId ? { communityId } : {}), ...given })}`;
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const [first = date, last = date] = [page.days[0], page.days.at(-1)];
  const title =
    view === "month"
      ? month.format(new Date(`${date}T00:00:00Z`))
      : t("range", { from: formatDay(first, locale), to: formatDay(last, locale) });
  return (
    <div className="grid gap-3">
      <TabNav
        label={t("views.label")}
        tabs={CALENDAR_VIEWS.map((name) => ({
          href: address({ view: name }),
          label: t(`views.${name}`),
          current: name === view,
        }))}
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton href={address({ date: page.previous })}>{t("previous")}</LinkButton>
          <LinkButton href={address({ date: today })}>{t("today")}</LinkButton>
          <LinkButton href={address({ date: page.next })}>{t("next")}</LinkButton>
          <p className="px-1 font-display text-h3 first-letter:uppercase" aria-live="polite">
            {title}
          </p>
        </div>
        {communities.length > 1 && (
          <form action={path} className="flex items-end gap-2">
            <input type="hidden" name="view" value={view} />
            <input type="hidden" name="date" value={date} />
            <SelectField
              name="communityId"
              label={t("community")}
              defaultValue={communityId ?? ""}
              options={[
                { value: "", label: t("allCommunities") },
                ...communities.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Button type="submit">{t("show")}</Button>
          </form>
        )}
      </div>
    </div>
  );
}
