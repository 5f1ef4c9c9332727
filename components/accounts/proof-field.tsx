import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/form-fields";

/** What proves that the person sits there: their password, or the code that `SendCode` mails. */
export async function ProofField({ withPassword }: { withPassword: boolean }) {
  const t = await getTranslations("accounts");
  return withPassword ? (
    <TextField
      name="currentPassword"
      type="password"
      label={t("fields.currentPassword")}
      hint={t("proof.passwordHint")}
      autoComplete="current-password"
      required
    />
  ) : (
    <TextField
      name="code"
      label={t("fields.code")}
      hint={t("proof.codeHint")}
      autoComplete="one-time-code"
      inputMode="numeric"
      required
    />
  );
}
