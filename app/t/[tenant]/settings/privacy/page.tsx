import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { centreHref } from "@/components/privacy/centre-href";
import { CentreHead } from "@/components/privacy/centre-tabs";
import { ChoiceFilters } from "@/components/privacy/choice-filters";
import { RequestList } from "@/components/privacy/request-list";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { listRequests } from "@/lib/privacy/queries/list-requests";
import { DAYS_TO_ANSWER } from "@/lib/privacy/request-rules";
import { REQUEST_KINDS } from "@/lib/privacy/types";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type PrivacyPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

const PAGE_SIZE = 50;
const EMPTY = { pending: "emptyTitle", closed: "noneClosed" } as const;
// What cannot be read in the address is passed over.
const search = z.object({
  state: z.enum(["pending", "closed"]).catch("pending"),
  kind: z.enum(REQUEST_KINDS).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.centre"))("title") };
}

export default async function PrivacyPage({ params, searchParams }: PrivacyPageProps) {
  const [{ tenant: slug }, asked] = await Promise.all([params, searchParams]);
  const { state, kind, cursor } = search.parse(asked);
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const [t, words, zone, page] = await Promise.all([
    getTranslations("privacy.centre"),
    getTranslations("privacy.requests"),
    findTimezone(ctx),
    pageOr404(listRequests(ctx, { state, kind }, { limit: PAGE_SIZE, cursor })),
  ]);
  const base = `/t/${slug}/settings/privacy`;
  const chosen = { state: state === "closed" ? state : undefined, kind };
  return (
    <>
      <CentreHead slug={slug} current="requests" />
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <ChoiceFilters
          base={base}
          label={t("apply")}
          submit={t("apply")}
          choices={[
            {
              name: "state",
              label: t("state"),
              value: state,
              options: (["pending", "closed"] as const).map((value) => ({ value, label: t(value) })),
            },
            {
              name: "kind",
              label: t("kind"),
              any: t("anyKind"),
              value: kind,
              options: REQUEST_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) })),
            },
          ]}
        />
        <LinkButton
          href={`${base}/new`}
          variant="primary"
          icon={<Icon of={Plus} size={16} />}
          className="mb-5"
        >
          {t("enter")}
        </LinkButton>
      </div>
      {page.data.length > 0 ? (
        <RequestList base={base} requests={page.data} zone={zone} />
      ) : (
        <EmptyState
          drawing={<HouseDrawing />}
          title={t(kind ? "nothingTitle" : EMPTY[state])}
          actions={kind && <LinkButton href={base}>{t("clear")}</LinkButton>}
        >
          {!kind && state === "pending" && t("emptyBody", { days: DAYS_TO_ANSWER })}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor ? centreHref(base, { ...chosen, cursor: page.nextCursor }) : undefined}
        firstHref={cursor ? centreHref(base, chosen) : undefined}
      />
    </>
  );
}
