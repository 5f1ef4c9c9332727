import { getTranslations } from "next-intl/server";
import { VerifyBanner } from "@/components/accounts/verify-banner";
import { OverdueBanner, PayNow } from "@/components/billing/overdue-banner";
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
  may: { pay: boolean; undoDeletion: boolean };
};

/** What everybody of the team has to know before anything else, the worst first. */
export async function StaffBanners({ slug, zone, unverified, readOnly, overdue, may }: StaffBannersProps) {
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
      {unverified && <VerifyBanner email={unverified} />}
    </>
  );
}
