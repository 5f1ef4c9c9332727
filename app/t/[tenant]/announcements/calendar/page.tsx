import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { CalendarAgenda } from "@/components/announcements/calendar-agenda";
import { CalendarBoard } from "@/components/announcements/calendar-board";
import { CalendarGrid } from "@/components/announcements/calendar-grid";
import { CalendarToolbar } from "@/components/announcements/calendar-toolbar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { byDay, calendarPage, calendarViewFrom, dayFrom, plusDays } from "@/lib/announcements/calendar-rules";
import { listAudienceChoices } from "@/lib/announcements/queries/list-audience-choices";
import { listCalendar } from "@/lib/announcements/queries/list-calendar";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { isId } from "@/lib/shared/ids";
import { canAsStaff } from "@/lib/tenants/policy";
import { findCountry } from "@/lib/tenants/queries/find-country";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type PageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ view?: string; date?: string; communityId?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.calendar"))("title") };
}

export default async function CalendarPage({ params, searchParams }: PageProps) {
  const { tenant: slug } = await params;
  const asked = await searchParams;
  const ctx = await requireStaff(slug);
  if (!canAsStaff(ctx.actor, "announcements.view").ok) notFound();
  const [t, messages, locale, zone, country, communities] = await Promise.all([
    getTranslations("announcements.calendar"),
    getMessages(),
    getLocale(),
    findTimezone(ctx),
    findCountry(ctx),
    listAudienceChoices(ctx),
  ]);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(ctx.now);
  const view = calendarViewFrom(asked.view);
  const date = dayFrom(asked.date, today);
  // Weeks begin on Sunday in Brazil and the United States, on Monday in Spain and Mexico.
  const page = calendarPage(view, date, localeFrom(locale) === "es" ? 1 : 0);
  const communityId = isId(asked.communityId ?? "") ? asked.communityId : undefined;
  const entries = await listCalendar(ctx, {
    // A day more on both sides: days of a zone begin up to 14 hours before and after those of UTC.
    from: new Date(`${plusDays(page.days[0] ?? date, -1)}T00:00:00Z`),
    to: new Date(`${plusDays(page.days.at(-1) ?? date, 2)}T00:00:00Z`),
    ...(communityId ? { communityId } : {}),
  });
  const mayWrite = canAsStaff(ctx.actor, "announcements.send").ok;
  const shown = {
    slug,
    days: page.days,
    entries: byDay(entries, zone),
    zone,
    country,
    today,
    month: view === "month" ? date.slice(0, 7) : null,
    mayWrite,
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { zone })}
        actions={
          <>
            <LinkButton href={`/t/${slug}/announcements/calendar/feed`}>{t("subscribe")}</LinkButton>
            {mayWrite && (
              <LinkButton href={`/t/${slug}/announcements/new`} variant="primary">
                {t("write")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        <CalendarToolbar
          path={`/t/${slug}/announcements/calendar`}
          view={view}
          date={date}
          today={today}
          page={page}
          communityId={communityId}
          communities={communities}
        />
        <NextIntlClientProvider messages={pickMessages(messages, ["announcements"])}>
          <CalendarBoard slug={slug}>
            {view === "agenda" ? (
              <CalendarAgenda {...shown} />
            ) : (
              <>
                <CalendarGrid {...shown} />
                <CalendarAgenda {...shown} className="md:hidden print:hidden" />
              </>
            )}
          </CalendarBoard>
        </NextIntlClientProvider>
      </div>
    </>
  );
}
