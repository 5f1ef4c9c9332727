import { getTranslations } from "next-intl/server";
import { VerifyBanner } from "@/components/accounts/verify-banner";
import { OverdueBanner, PayNow } from "@/components/billing/overdue-banner";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import type { ReadOnlyReason } from "@/lib/tenants/rules";
import { ReadOnlyBanner } from "./read-only-banner";

type StaffBannersProps = {
  slug: string;
  zone: string;
  /** The address to confirm, if it is not yet. */
  unverified: string | null;
  readOnly: ReadOnlyReason | null;
  overdue: Date | null;
  /** Who wants to hand the tenant to the viewer. */
  offeredBy: string | null;
  may: { pay: boolean; undoDeletion: boolean };
};

/** What everybody of the team has to know before anything else, the worst first. */
export async function StaffBanners({ slug, zone, may, ...news }: StaffBannersProps) {
  const { unverified, readOnly, overdue, offeredBy } = news;
  const t = await getTranslations("readOnly");
  const wayOut = {
    unpaid: may.pay && <PayNow slug={slug} label={t("unpaid.action")} />,
    deletion: may.undoDeletion && (
      <LinkButton variant="primary" href={`/t/${slug}/settings/organization#deletion`}>
        {t("deletion.action")}
      </LinkButton>
    ),
  };
  return (
    <>
      {readOnly && <ReadOnlyBanner reason={readOnly} wayOut={wayOut[readOnly]} />}
      {overdue && <OverdueBanner slug={slug} closesAt={overdue} zone={zone} />}
      {offeredBy !== null && <OfferBanner slug={slug} from={offeredBy} />}
      {unverified && <VerifyBanner email={unverified} />}
    </>
  );
}

async function OfferBanner({ slug, from }: { slug: string; from: string }) {
  const t = await getTranslations("tenantLife.ownership");
  const title = t("offeredTitle", { from });
  const see = <LinkButton href={`/t/${slug}/settings/ownership`}>{t("see")}</LinkButton>;
  return (
    <aside aria-label={title}>
      <Alert title={title} actions={see} />
    </aside>
  );
}
