import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { centreHref } from "@/components/privacy/centre-href";
import { DatesForm } from "@/components/privacy/dates-form";
import { SightBetween } from "@/components/privacy/sight-between";
import { SightOnDay } from "@/components/privacy/sight-on-day";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { requireStaff } from "@/lib/accounts/load-context";
import { findMember } from "@/lib/members/queries/find-member";
import type { TenantContext } from "@/lib/platform/context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { dayOf, endOfDay } from "@/lib/privacy/day-rules";
import { canManagePrivacy } from "@/lib/privacy/policy";
import {
  listSightChanges,
  listViewers,
  summarizeSight,
  summarizeSightChanges,
} from "@/lib/privacy/queries/list-viewers";
import { SIGHTS } from "@/lib/privacy/types";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type HistoryPageProps = { params: Promise<{ tenant: string; id: string }>; searchParams: Promise<object> };

const PAGE_SIZE = 50;
// What cannot be read in the address is passed over.
const day = z.iso.date().optional().catch(undefined);
const search = z.object({
  on: day,
  until: day,
  sight: z.enum(SIGHTS).catch("phone"),
  cursor: z.string().max(500).optional().catch(undefined),
});
type Asked = z.output<typeof search> & { memberId: string; zone: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.travel"))("title") };
}

export default async function MemberHistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const member = await findMember(ctx, id);
  if (!member) notFound();
  const [t, zone] = await Promise.all([getTranslations("privacy.travel"), findTimezone(ctx)]);
  const chosen = search.parse(query);
  const today = dayOf(ctx.now, zone);
  const { on = today, until, sight, cursor } = chosen;
  const here = `/t/${slug}/members/${id}/history`;
  const isTurned = until !== undefined && until <= on;
  const found = isTurned ? null : await answer(ctx, slug, { ...chosen, on, memberId: id, zone });
  const address = { on, until, sight };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { name: member.name })}
        back={
          <a className="link w-fit" href={`/t/${slug}/members/${id}`}>
            {member.name}
          </a>
        }
      />
      <DatesForm
        here={here}
        label={t("title")}
        submit={t("submit")}
        today={today}
        dates={[
          { name: "on", label: t("on"), value: on, required: true },
          { name: "until", label: t("until"), hint: t("untilHint"), value: until },
        ]}
      >
        <Field id="sight" label={t("what")}>
          <Select
            id="sight"
            name="sight"
            defaultValue={sight}
            options={SIGHTS.map((value) => ({ value, label: t(value) }))}
          />
        </Field>
      </DatesForm>
      {isTurned && <Alert tone="warning">{t("order")}</Alert>}
      {found?.shown}
      <Pagination
        nextHref={found?.nextCursor ? centreHref(here, { ...address, cursor: found.nextCursor }) : undefined}
        firstHref={cursor ? centreHref(here, address) : undefined}
      />
    </>
  );
}

/** What the page shows for one day, or for the difference of two. */
async function answer(ctx: TenantContext, slug: string, asked: Asked & { on: string }) {
  const { memberId, zone, on, until, sight, cursor } = asked;
  const page = { limit: PAGE_SIZE, cursor };
  const at = endOfDay(on, zone, ctx.now);
  if (until === undefined) {
    const question = { memberId, sight, at };
    const [summary, viewers] = await Promise.all([
      summarizeSight(ctx, question),
      pageOr404(listViewers(ctx, question, page)),
    ]);
    const shown = <SightOnDay slug={slug} sight={sight} summary={summary} page={viewers} />;
    return { shown, nextCursor: viewers.nextCursor };
  }
  const span = { memberId, sight, from: at, to: endOfDay(until, zone, ctx.now) };
  const [summary, changes] = await Promise.all([
    summarizeSightChanges(ctx, span),
    pageOr404(listSightChanges(ctx, span, page)),
  ]);
  return {
    shown: <SightBetween slug={slug} summary={summary} page={changes} />,
    nextCursor: changes.nextCursor,
  };
}
