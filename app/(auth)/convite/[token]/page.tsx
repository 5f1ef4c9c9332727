import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationAnswer } from "@/components/accounts/invitation-answer";
import { AuthShell } from "@/components/layout/auth-shell";
import { Alert } from "@/components/ui/alert";
import { findCurrentUser } from "@/lib/accounts/load-context";
import { findInvitation } from "@/lib/accounts/queries/find-invitation";

export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, user] = await Promise.all([findInvitation(token, new Date()), findCurrentUser()]);
  if (!invitation) notFound();
  const [t, errors] = await Promise.all([getTranslations("accounts"), getTranslations("errors")]);
  if (invitation.problem) {
    return (
      <AuthShell title={t("invitation.problemTitle")}>
        <Alert tone="warning">{errors(invitation.problem)}</Alert>
      </AuthShell>
    );
  }
  return (
    <AuthShell
      title={t("invitation.title", { tenant: invitation.tenantName })}
      description={t("invitation.description", {
        email: invitation.email,
        role: t(`roles.${invitation.role}`),
      })}
    >
      <InvitationAnswer invitation={invitation} token={token} viewerEmail={user?.email ?? null} />
    </AuthShell>
  );
}
