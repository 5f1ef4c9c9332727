"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useFormPending } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";

type SendBarProps = { people: number | undefined; threshold: number; when: "now" | "at"; formId: string };

/** The button names the effect; from the threshold on one confirmation names the number again (A7). */
export function SendBar({ people, threshold, when, formId }: SendBarProps) {
  const t = useTranslations("announcements.compose");
  const [isAsking, setAsking] = useState(false);
  const isPending = useFormPending();
  const label = people === undefined ? t("sendUnknown", { when }) : t("send", { when, count: people });
  const isBig = people !== undefined && people >= threshold;
  const submit = <input type="hidden" name="confirmPeople" value={people ?? ""} />;
  return (
    <div className="flex flex-wrap items-center gap-3 max-sm:[&>*]:grow">
      {submit}
      {isBig ? (
        <Button variant="primary" size="lg" disabled={isPending} onClick={() => setAsking(true)}>
          {label}
        </Button>
      ) : (
        <SubmitButton name="intent" value="send" size="lg" variant="primary">
          {label}
        </SubmitButton>
      )}
      <SubmitButton name="intent" value="draft" size="lg" variant="secondary">
        {t("saveDraft")}
      </SubmitButton>
      {isBig && (
        <Dialog title={label} open={isAsking} onClose={() => setAsking(false)}>
          <div className="grid gap-5">
            <p>{t("confirm", { when, count: people })}</p>
            <div className="flex flex-wrap gap-3">
              <Button variant="primary" disabled={isPending} onClick={() => confirm(formId, setAsking)}>
                {t("confirmYes", { count: people })}
              </Button>
              <Button onClick={() => setAsking(false)}>{t("confirmNo")}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** The form is sent as if its own button were pressed: `intent` says send when no button says otherwise. */
function confirm(formId: string, setAsking: (open: boolean) => void): void {
  setAsking(false);
  document.getElementById(formId)?.closest("form")?.requestSubmit();
}
