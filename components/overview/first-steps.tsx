import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

export type FirstStep = { key: "community" | "people" | "announcement"; isDone: boolean; href: string };

/** The way from an empty organization to the first announcement; the next step has the button. */
export async function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const t = await getTranslations("overview.firstSteps");
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <SectionCard id="first-steps" title={t("title")} description={t("lead")} className="mb-8">
      <ol className="grid gap-4 md:grid-cols-3">
        {steps.map(({ key, isDone, href }, place) => (
          <li
            key={key}
            className="grid content-start justify-items-start gap-2 rounded-control bg-sunken p-4"
          >
            <span
              className={`grid size-8 place-items-center rounded-pill font-semibold text-control ${isDone ? "bg-mata-soft text-mata" : "bg-surface text-ink ring-1 ring-line-strong ring-inset"}`}
            >
              {isDone ? <Icon of={Check} size={16} /> : place + 1}
            </span>
            <h3>
              {t(`${key}.title`)}
              {isDone && <span className="sr-only"> ({t("done")})</span>}
            </h3>
            <p className="text-ink2 text-meta">{t(`${key}.body`)}</p>
            {place === next && (
              <LinkButton href={href} variant="primary" className="mt-1">
                {t(`${key}.go`)}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
