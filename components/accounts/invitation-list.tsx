import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { revokeInvitationAction } from "@/lib/accounts/actions/team";
import type { PendingInvitation } from "@/lib/accounts/types";
import { formatDate } from "@/lib/platform/i18n/format";

type InvitationListProps = { slug: string; invitations: readonly PendingInvitation[] };

export async function InvitationList({ slug, invitations }: InvitationListProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  return (
    <SectionCard id="pending" title={t("team.pending")}>
      {invitations.length === 0 && <p className="text-ink2 text-meta">{t("team.noPending")}</p>}
      <ul className="grid gap-4">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="grid gap-2">
            <div className="grid min-w-0">
              <span className="break-words font-semibold">{email}</span>
              <span className="text-ink2 text-meta">
                {t(`roles.${role}`)} ·{" "}
                {t("team.expires", { date: formatDate(expiresAt, { locale, zone: "UTC" }) })}
              </span>
            </div>
            <ActionForm
              action={revokeInvitationAction.bind(null, slug)}
              submitLabel={t("team.revoke")}
              submitVariant="danger-quiet"
              successMessage={t("team.revoked")}
              className="gap-0"
            >
              <input type="hidden" name="invitationId" value={id} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
