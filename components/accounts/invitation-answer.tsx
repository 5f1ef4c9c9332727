import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { acceptAsNewUserAction, acceptInvitationAction } from "@/lib/accounts/actions/sign-up";
import type { InvitationView } from "@/lib/accounts/types";

type InvitationAnswerProps = { invitation: InvitationView; token: string; viewerEmail: string | null };

/** Accept as who one is, sign in first, open an account, or learn that the invitation is somebody else's. */
export async function InvitationAnswer({ invitation, token, viewerEmail }: InvitationAnswerProps) {
  const t = await getTranslations("accounts");
  if (viewerEmail === invitation.email) {
    return (
      <ActionForm action={acceptInvitationAction.bind(null, token)} submitLabel={t("invitation.accept")} />
    );
  }
  if (viewerEmail) {
    return (
      <>
        <Alert tone="warning">{t("invitation.otherAccount", { email: viewerEmail })}</Alert>
        <LinkButton href="/sair" prefetch={false}>
          {t("signOut.submit")}
        </LinkButton>
      </>
    );
  }
  if (invitation.hasAccount) {
    return (
      <>
        <p>{t("invitation.signInFirst")}</p>
        <LinkButton href={`/entrar?callbackUrl=${encodeURIComponent(`/convite/${token}`)}`} variant="primary">
          {t("signIn.submit")}
        </LinkButton>
      </>
    );
  }
  return (
    <ActionForm action={acceptAsNewUserAction.bind(null, token)} submitLabel={t("invitation.accept")}>
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
      <TextField name="name" label={t("fields.name")} autoComplete="name" />
      <TextField
        name="password"
        type="password"
        label={t("fields.newPassword")}
        hint={t("fields.passwordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
