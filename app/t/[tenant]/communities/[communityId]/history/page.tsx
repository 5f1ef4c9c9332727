import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { centreHref } from "@/components/privacy/centre-href";
import { ChangeList } from "@/components/privacy/change-list";
import { DatesForm } from "@/components/privacy/dates-form";
import { Alert } from "@/components/ui/alert";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import {
  countMembershipChanges,
  listMembershipChanges,
} from "@/lib/memberships/queries/list-membership-changes";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { dayOf, endOfDay } from "@/lib/privacy/day-rules";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { daysAfter } from "@/lib/shared/days";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type HistoryPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<object>;
};

const PAGE_SIZE = 50;
const SHOWN_DAYS = 7;
// What cannot be read in the address is passed over.
const day = z.iso.date().optional().catch(undefined);
const search = z.object({ on: day, until: day, cursor: z.string().max(500).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.travel"))("communityTitle") };
}

export default async function CommunityHistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ tenant: slug, communityId }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const [t, zone] = await Promise.all([getTranslations("privacy.travel"), findTimezone(ctx)]);
  const today = dayOf(ctx.now, zone);
  const { on = dayOf(daysAfter(ctx.now, -SHOWN_DAYS), zone), until, cursor } = search.parse(query);
  const isTurned = until !== undefined && until <= on;
  const span = {
    communityId,
    from: endOfDay(on, zone, ctx.now) ?? ctx.now,
    to: until === undefined ? null : endOfDay(until, zone, ctx.now),
  };
  const [counts, page] = isTurned
    ? [null, null]
    : await Promise.all([
        pageOr404(countMembershipChanges(ctx, span)),
        pageOr404(listMembershipChanges(ctx, span, { limit: PAGE_SIZE, cursor })),
      ]);
  const here = `/t/${slug}/communities/${communityId}/history`;
  return (
    <>
      <h2 className="mb-1 text-h3">{t("communityTitle")}</h2>
      <p className="mb-5 max-w-prose text-ink2">{t("communityBody")}</p>
      <DatesForm
        here={here}
        label={t("communityTitle")}
        submit={t("submit")}
        today={today}
        dates={[
          { name: "on", label: t("from"), value: on, required: true },
          { name: "until", label: t("to"), value: until },
        ]}
      />
      {isTurned && <Alert tone="warning">{t("order")}</Alert>}
      {counts && (
        <p className="mb-4 font-semibold">
          {[
            t("joined", { count: counts.joined }),
            t("left", { count: counts.left }),
            t("role", { count: counts.role }),
          ].join(" · ")}
        </p>
      )}
      {page && page.data.length > 0 && <ChangeList slug={slug} changes={page.data} />}
      {page?.data.length === 0 && <p className="text-ink2">{t("same")}</p>}
      <Pagination
        nextHref={page?.nextCursor ? centreHref(here, { on, until, cursor: page.nextCursor }) : undefined}
        firstHref={cursor ? centreHref(here, { on, until }) : undefined}
      />
    </>
  );
}
