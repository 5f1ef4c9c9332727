import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FeedCard, HowToCard, NoFeedCard } from "@/components/calendar/feed-cards";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canHaveFeed } from "@/lib/calendar/policy";
import { getCalendarLink } from "@/lib/calendar/queries/get-link";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendarFeed"))("title") };
}

export default async function CalendarFeedPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canHaveFeed(ctx.actor).ok) notFound();
  const [t, link, zone] = await Promise.all([
    getTranslations("calendarFeed"),
    getCalendarLink(ctx),
    findTimezone(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<LinkButton href={`/t/${slug}/announcements/calendar`}>{t("back")}</LinkButton>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {link ? <FeedCard slug={slug} link={link} zone={zone} /> : <NoFeedCard slug={slug} />}
        <HowToCard />
      </div>
    </>
  );
}
