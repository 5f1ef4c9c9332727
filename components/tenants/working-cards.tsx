import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { updateLimitsAction, updateWorkSettingsAction } from "@/lib/accounts/actions/organization";
import { DEFAULT_LIMITS, type Limits } from "@/lib/tenants/limits";
import type { Settings } from "@/lib/tenants/settings-rules";

const OWN_LIMITS = ["groupMembers", "communityGroups", "communityMembers", "laneMembers"] as const;

const NUMBERS = [
  "confirmThreshold",
  "adminActiveDays",
  "weeklyAnnouncements",
  "weeklyPromotions",
  "relayDueHours",
  "relayCloseHours",
  "suggestionDueDays",
  "questionDueDays",
  "complaintDueDays",
  "praiseDueDays",
  "inboxReplyHours",
] as const;

/** How the organization works: what a sending asks, who counts as active, and how much somebody gets in a week (A7, A18, H9). */
export async function WorkCard({ slug, settings }: { slug: string; settings: Settings }) {
  const t = await getTranslations("tenantLife.work");
  return (
    <SectionCard id="work" title={t("title")}>
      <ActionForm
        action={updateWorkSettingsAction.bind(null, slug)}
        submitLabel={t("save")}
        submitVariant="secondary"
        successMessage={t("saved")}
      >
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            inputMode="numeric"
            defaultValue={String(settings[name])}
          />
        ))}
        <HourFields settings={settings} names={["quietFromHour", "quietUntilHour"]} hint={t("quietHint")} />
        <HourFields
          settings={settings}
          names={["businessFromHour", "businessUntilHour"]}
          hint={t("businessHint")}
        />
      </ActionForm>
    </SectionCard>
  );
}

const HOURS = [24, ...Array.from({ length: 23 }, (_, hour) => hour + 1)];

type HourName = "quietFromHour" | "quietUntilHour" | "businessFromHour" | "businessUntilHour";
type HourFieldsProps = { settings: Settings; names: readonly HourName[]; hint: string };

/** Two hours of the day side by side (A6). */
async function HourFields({ settings, names, hint }: HourFieldsProps) {
  const t = await getTranslations("tenantLife.work");
  return (
    <div className="grid gap-2">
      <div className="grid gap-4 sm:grid-cols-2">
        {names.map((name) => (
          <SelectField
            key={name}
            name={name}
            label={t(name)}
            defaultValue={String(settings[name])}
            options={HOURS.map((hour) => ({
              value: String(hour),
              label: `${String(hour % 24).padStart(2, "0")}:00`,
            }))}
          />
        ))}
      </div>
      <p className="text-ink2 text-meta">{hint}</p>
    </div>
  );
}

/** The limits profile of the organization (L1–L5): the default one, or smaller ones of its own. */
export async function LimitsCard({ slug, limits }: { slug: string; limits: Limits }) {
  const t = await getTranslations("tenantLife.limits");
  return (
    <SectionCard id="limits" title={t("title")} description={t("body")}>
      <ActionForm
        action={updateLimitsAction.bind(null, slug)}
        submitLabel={t("save")}
        submitVariant="secondary"
        successMessage={t("saved")}
      >
        {OWN_LIMITS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={t("most", { max: DEFAULT_LIMITS[name] })}
            inputMode="numeric"
            defaultValue={String(limits[name])}
          />
        ))}
      </ActionForm>
    </SectionCard>
  );
}
