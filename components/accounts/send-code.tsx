import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { sendCodeAction } from "@/lib/accounts/actions/session";
import { SECRET_MINUTES } from "@/lib/accounts/rules";

/** For an account without a password: the code that proves to be there, mailed on a press. Stands before the form it is for. */
export async function SendCode({ email }: { email: string }) {
  const t = await getTranslations("accounts.proof");
  return (
    <div className="grid justify-items-start gap-2">
      <p className="break-words text-ink2">{t("body", { email, minutes: SECRET_MINUTES.confirm_code })}</p>
      <ActionForm
        action={sendCodeAction.bind(null, "")}
        submitLabel={t("send")}
        submitVariant="secondary"
        successMessage={t("sent")}
      />
    </div>
  );
}
