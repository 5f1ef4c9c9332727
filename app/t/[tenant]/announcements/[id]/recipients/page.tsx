import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecipientTable } from "@/components/announcements/recipient-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { requireStaff } from "@/lib/accounts/load-context";
import { findVisibleAnnouncement } from "@/lib/announcements/page-announcement";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listReasons, listRecipients } from "@/lib/delivery/queries/list-recipients";
import { DELIVERY_STATUSES } from "@/lib/delivery/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { isId } from "@/lib/shared/ids";

type PageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ sending?: string; status?: string; reason?: string; cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.recipients"))("title") };
}

export default async function RecipientsPage({ params, searchParams }: PageProps) {
  const { tenant: slug, id } = await params;
  const asked = await searchParams;
  const ctx = await requireStaff(slug);
  await findVisibleAnnouncement(ctx, id);
  const { data } = await listOccurrencesOf(ctx, { announcementId: id, limit: 1 });
  const sending = isId(asked.sending ?? "") ? asked.sending : data[0]?.id;
  if (!sending) redirect(`/t/${slug}/announcements/${id}`);
  const status = DELIVERY_STATUSES.find((name) => name === asked.status);
  const reason = asked.reason?.replaceAll("\0", "") || undefined;
  const [t, page, reasons] = await Promise.all([
    getTranslations("announcements"),
    pageOr404(
      listRecipients(ctx, { occurrenceId: sending, status, reason, limit: 50, cursor: asked.cursor }),
    ),
    pageOr404(listReasons(ctx, sending)),
  ]);
  const path = `/t/${slug}/announcements/${id}/recipients`;
  const address = (given: Record<string, string>) => `${path}?${new URLSearchParams({ sending, ...given })}`;
  const here = { ...(status ? { status } : {}), ...(reason ? { reason } : {}) };
  return (
    <>
      <PageHeader
        title={t("recipients.title")}
        actions={<LinkButton href={`/t/${slug}/announcements/${id}`}>{t("recipients.back")}</LinkButton>}
      />
      <TabNav
        label={t("recipients.filter")}
        tabs={[
          { href: address({}), label: t("recipients.all"), current: !status },
          ...DELIVERY_STATUSES.map((name) => ({
            href: address({ status: name }),
            label: t(`live.counts.${name}`),
            current: name === status,
          })),
        ]}
      />
      <div className="mt-5 grid gap-5">
        <RecipientTable
          slug={slug}
          recipients={page.data}
          reasons={reasons.filter((each) => !status || each.status === status)}
          addressOf={(each) => address({ status: each.status, reason: each.reason ?? "" })}
        />
        <Pagination
          nextHref={page.nextCursor ? address({ ...here, cursor: page.nextCursor }) : undefined}
          firstHref={asked.cursor ? address(here) : undefined}
        />
      </div>
    </>
  );
}
