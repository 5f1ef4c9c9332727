import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProofField } from "@/components/accounts/proof-field";
import { SendCode } from "@/components/accounts/send-code";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { Toaster } from "@/components/ui/toaster";
import { changePasswordAction, renameAction, signOutEverywhereAction } from "@/lib/accounts/actions/session";
import { requireUser } from "@/lib/accounts/load-context";
import { hasPassword } from "@/lib/accounts/queries/has-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("profile.title") };
}

const SECTION = "grid gap-4 border-line border-t pt-5";

export default async function ProfilePage() {
  const user = await requireUser("/conta");
  const [t, withPassword] = await Promise.all([getTranslations("accounts"), hasPassword(user.id)]);
  return (
    <AuthShell
      title={t("profile.title")}
      description={user.email}
      below={
        <a href="/inicio" className="link">
          {t("profile.back")}
        </a>
      }
    >
      <ActionForm
        action={renameAction.bind(null, "")}
        submitLabel={t("profile.saveName")}
        submitVariant="secondary"
        successMessage={t("profile.nameSaved")}
      >
        <TextField
          name="name"
          label={t("profile.name")}
          hint={t("profile.nameHint")}
          defaultValue={user.name}
          autoComplete="name"
        />
      </ActionForm>
      <section aria-labelledby="password" className={SECTION}>
        <h2 id="password" className="text-h3">
          {t("profile.password")}
        </h2>
        {withPassword ? (
          <p className="text-ink2">{t("profile.passwordBody")}</p>
        ) : (
          <SendCode email={user.email} />
        )}
        <ActionForm
          action={changePasswordAction.bind(null, "")}
          submitLabel={t("profile.savePassword")}
          submitVariant="secondary"
          successMessage={t("profile.passwordSaved")}
          resetOnSuccess
        >
          <ProofField withPassword={withPassword} />
          <TextField
            name="newPassword"
            type="password"
            label={t("fields.newPassword")}
            hint={t("fields.passwordHint")}
            autoComplete="new-password"
          />
        </ActionForm>
      </section>
      <section aria-labelledby="devices" className={SECTION}>
        <h2 id="devices" className="text-h3">
          {t("profile.sessions")}
        </h2>
        <p className="text-ink2">{t("profile.sessionsBody")}</p>
        <ActionForm
          action={signOutEverywhereAction.bind(null, "")}
          submitLabel={t("signOut.everywhere")}
          submitVariant="danger-quiet"
        />
      </section>
      <Toaster />
    </AuthShell>
  );
}
