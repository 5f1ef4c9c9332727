import { getLocale, getTranslations } from "next-intl/server";
import { ProofField } from "@/components/accounts/proof-field";
import { SendCode } from "@/components/accounts/send-code";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SelectField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate } from "@/lib/platform/i18n/format";
import {
  acceptTransferAction,
  declineTransferAction,
  proposeTransferAction,
  withdrawTransferAction,
} from "@/lib/tenant-life/actions";
import { TRANSFER_DAYS } from "@/lib/tenant-life/transfer-rules";
import type { Transfer } from "@/lib/tenant-life/types";

type Heir = { staffId: string; name: string };

type ProposeProps = { slug: string; heirs: readonly Heir[]; owner: { email: string; withPassword: boolean } };

/** The owner chooses who shall own the tenant, and proves to be it (R2). */
export async function ProposeCard({ slug, heirs, owner }: ProposeProps) {
  const t = await getTranslations("tenantLife.ownership");
  return (
    <SectionCard id="propose" title={t("move")} description={t("moveBody", { days: TRANSFER_DAYS })}>
      {heirs.length === 0 ? (
        <div className="grid justify-items-start gap-3">
          <p className="text-ink2">{t("nobody")}</p>
          <LinkButton href={`/t/${slug}/settings/team`}>{t("invite")}</LinkButton>
        </div>
      ) : (
        <div className="grid gap-5">
          {!owner.withPassword && <SendCode email={owner.email} />}
          <ActionForm
            action={proposeTransferAction.bind(null, slug)}
            submitLabel={t("submit")}
            successMessage={t("proposed")}
          >
            <SelectField
              name="staffId"
              label={t("to")}
              placeholder={t("choose")}
              required
              options={heirs.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            />
            <ProofField withPassword={owner.withPassword} />
          </ActionForm>
        </div>
      )}
    </SectionCard>
  );
}

type WaitingProps = { slug: string; transfer: Transfer; zone: string };

/** What the owner sees while the other has not answered. */
export async function WaitingCard({ slug, transfer, zone }: WaitingProps) {
  const [t, locale] = await Promise.all([getTranslations("tenantLife.ownership"), getLocale()]);
  const { id, to, expiresAt } = transfer;
  const date = formatDate(expiresAt, { locale, zone });
  return (
    <SectionCard id="waiting" title={t("waitingTitle", { to: to.name })}>
      <div className="grid gap-4">
        <Alert>{t("waiting", { to: to.name, date })}</Alert>
        <ActionForm
          action={withdrawTransferAction.bind(null, slug)}
          submitLabel={t("withdraw")}
          submitVariant="secondary"
          successMessage={t("withdrawn")}
        >
          <input type="hidden" name="transferId" value={id} />
        </ActionForm>
      </div>
    </SectionCard>
  );
}

/** What they see whom the ownership was proposed to. */
export async function OfferedCard({ slug, transfer, zone }: WaitingProps) {
  const [t, locale] = await Promise.all([getTranslations("tenantLife.ownership"), getLocale()]);
  const { id, from, expiresAt } = transfer;
  const date = formatDate(expiresAt, { locale, zone });
  const told = t("offered", { from: from.name, date });
  const transferId = <input type="hidden" name="transferId" value={id} />;
  return (
    <SectionCard id="offered" title={t("offeredTitle", { from: from.name })} description={told}>
      <div className="flex flex-wrap items-start gap-3">
        <Dialog title={t("accept")} description={told} trigger={{ label: t("accept"), variant: "primary" }}>
          <ActionForm
            action={acceptTransferAction.bind(null, slug)}
            submitLabel={t("accept")}
            successMessage={t("accepted")}
          >
            {transferId}
          </ActionForm>
        </Dialog>
        <ActionForm
          action={declineTransferAction.bind(null, slug)}
          submitLabel={t("decline")}
          submitVariant="secondary"
        >
          {transferId}
        </ActionForm>
      </div>
    </SectionCard>
  );
}
