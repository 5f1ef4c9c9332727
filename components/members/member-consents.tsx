import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { Time } from "@/components/ui/time";
import { recordConsentAction } from "@/lib/consent/actions";
import { CONSENT_CHANNELS, CONSENT_PURPOSES, type ConsentEntry } from "@/lib/consent/types";

type MemberConsentsProps = { slug: string; memberId: string; entries: readonly ConsentEntry[]; zone: string };

/** The latest entries of a person's ledger, and a form to add one with its proof (P16). */
export async function MemberConsents({ slug, memberId, entries, zone }: MemberConsentsProps) {
  const t = await getTranslations("consent");
  return (
    <SectionCard id="consents" title={t("title")} description={t("description")}>
      <div className="grid gap-5">
        {entries.length === 0 && <p className="text-ink2">{t("none")}</p>}
        <ul className="grid gap-3">
          {entries.map((entry) => (
            <li key={`${entry.at}${entry.channel}${entry.purpose}`} className="grid gap-0.5">
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={entry.granted ? "success" : "danger"} shape={entry.granted ? "full" : "cross"}>
                  {t(entry.granted ? "granted" : "refused")}
                </Badge>
                {t(`channels.${entry.channel}`)} · {t(`purposes.${entry.purpose}`)}
              </span>
              <span className="text-ink2 text-meta">
                <Time at={new Date(entry.at)} zone={zone} /> · {entry.source}
              </span>
            </li>
          ))}
        </ul>
        <details>
          <summary className="w-fit cursor-pointer py-1 font-medium text-porta">{t("record")}</summary>
          <ActionForm
            action={recordConsentAction.bind(null, slug)}
            submitLabel={t("form.submit")}
            submitVariant="secondary"
            successMessage={t("form.done")}
            resetOnSuccess
            className="pt-4"
          >
            <input type="hidden" name="memberId" value={memberId} />
            <SelectField
              name="granted"
              label={t("form.granted")}
              options={[
                { value: "yes", label: t("granted") },
                { value: "no", label: t("refused") },
              ]}
            />
            <SelectField
              name="channel"
              label={t("form.channel")}
              options={CONSENT_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
            />
            <SelectField
              name="purpose"
              label={t("form.purpose")}
              options={CONSENT_PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))}
            />
            <TextField name="source" label={t("form.source")} hint={t("form.sourceHint")} required />
          </ActionForm>
        </details>
      </div>
    </SectionCard>
  );
}
