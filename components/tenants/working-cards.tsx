import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { updateLimitsAction, updateWorkSettingsAction } from "@/lib/accounts/actions/organization";
import { DEFAULT_LIMITS, type Limits } from "@/lib/tenants/limits";
import type { Settings } from "@/lib/tenants/settings-rules";

const OWN_LIMITS = ["groupMembers", "communityGroups", "communityMembers", "laneMembers"] as const;

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
        {(["confirmThreshold", "adminActiveDays", "weeklyAnnouncements", "weeklyPromotions"] as const).map(
          (name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              hint={t(`${name}Hint`)}
              inputMode="numeric"
              defaultValue={String(settings[name])}
            />
          ),
        )}
      </ActionForm>
    </SectionCard>
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
