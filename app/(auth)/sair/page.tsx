import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/layout/auth-shell";
import { LeaveDevice } from "@/components/portal/leave-device";
import { ActionForm } from "@/components/ui/form";
import { signOutAction, signOutEverywhereAction } from "@/lib/accounts/actions/session";
import { findCurrentUser } from "@/lib/accounts/load-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("signOut.title") };
}

/** Buttons, so that a link from elsewhere cannot sign anybody out. */
export default async function SignOutPage() {
  const user = await findCurrentUser();
  if (!user) redirect("/entrar");
  const t = await getTranslations("accounts.signOut");
  return (
    <AuthShell
      title={t("title")}
      description={t("description", { email: user.email })}
      below={
        <a href="/inicio" className="link">
          {t("stay")}
        </a>
      }
    >
      <LeaveDevice>
        <ActionForm
          action={signOutAction.bind(null, "")}
          submitLabel={t("submit")}
          className="[&_button]:w-full"
        />
        <ActionForm
          action={signOutEverywhereAction.bind(null, "")}
          submitLabel={t("everywhere")}
          submitVariant="secondary"
          className="[&_button]:w-full"
        />
      </LeaveDevice>
    </AuthShell>
  );
}
