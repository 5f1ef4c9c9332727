import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { centreHref } from "@/components/privacy/centre-href";
import { CentreHead } from "@/components/privacy/centre-tabs";
import { ChoiceFilters } from "@/components/privacy/choice-filters";
import { LedgerActions } from "@/components/privacy/ledger-actions";
import { LedgerList } from "@/components/privacy/ledger-list";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canReadLedger } from "@/lib/consent/policy";
import { checkLedger } from "@/lib/consent/queries/check-ledger";
import { listRegister } from "@/lib/consent/queries/list-register";
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from "@/lib/consent/types";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type ConsentsPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

const PAGE_SIZE = 50;
// What cannot be read in the address is passed over.
const search = z.object({
  channel: z.enum(CONSENT_CHANNELS).optional().catch(undefined),
  purpose: z.enum(CONSENT_PURPOSES).optional().catch(undefined),
  granted: z.enum(["yes", "no"]).optional().catch(undefined),
  check: z.literal("1").optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.centre"))("consents") };
}

export default async function ConsentsPage({ params, searchParams }: ConsentsPageProps) {
  const [{ tenant: slug }, asked] = await Promise.all([params, searchParams]);
  const { cursor, check, ...chosen } = search.parse(asked);
  const ctx = await requireStaff(slug);
  if (!canReadLedger(ctx.actor).ok) notFound();
  const { channel, purpose } = chosen;
  const granted = chosen.granted === undefined ? undefined : chosen.granted === "yes";
  const [t, words, centre, zone, state, page] = await Promise.all([
    getTranslations("privacy.register"),
    getTranslations("consent"),
    getTranslations("privacy.centre"),
    findTimezone(ctx),
    check ? checkLedger(ctx) : null,
    pageOr404(listRegister(ctx, { channel, purpose, granted }, { limit: PAGE_SIZE, cursor })),
  ]);
  const base = `/t/${slug}/settings/privacy/consents`;
  const isFiltered = Object.values(chosen).some(Boolean);
  return (
    <>
      <CentreHead slug={slug} current="consents" />
      <p className="mb-4 max-w-prose text-ink2">{t("description")}</p>
      <LedgerActions checkHref={centreHref(base, { ...chosen, check: "1" })} base={base} state={state} />
      <ChoiceFilters
        base={base}
        label={centre("apply")}
        submit={centre("apply")}
        choices={[
          {
            name: "channel",
            label: t("channel"),
            any: t("anyChannel"),
            value: channel,
            options: CONSENT_CHANNELS.map((value) => ({ value, label: words(`channels.${value}`) })),
          },
          {
            name: "purpose",
            label: t("purpose"),
            any: t("anyPurpose"),
            value: purpose,
            options: CONSENT_PURPOSES.map((value) => ({ value, label: words(`purposes.${value}`) })),
          },
          {
            name: "granted",
            label: t("answer"),
            any: t("anyAnswer"),
            value: chosen.granted,
            options: [
              { value: "yes", label: words("granted") },
              { value: "no", label: words("refused") },
            ],
          },
        ]}
      />
      {page.data.length > 0 ? (
        <LedgerList slug={slug} entries={page.data} zone={zone} />
      ) : (
        <EmptyState
          drawing={<HouseDrawing />}
          title={isFiltered ? centre("nothingTitle") : t("emptyTitle")}
          actions={isFiltered && <LinkButton href={base}>{centre("clear")}</LinkButton>}
        >
          {!isFiltered && t("emptyBody")}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor ? centreHref(base, { ...chosen, cursor: page.nextCursor }) : undefined}
        firstHref={cursor ? centreHref(base, chosen) : undefined}
      />
    </>
  );
}
