"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export const COMPOSER_PARTS = ["text", "preview", "audience", "when"] as const;
export type ComposerPart = (typeof COMPOSER_PARTS)[number];

type PartSwitchProps = { part: ComposerPart; onChoose: (part: ComposerPart) => void };

/** On a phone one part of the composer shows at a time; on a wide screen all of them do, and this is away. */
export function PartSwitch({ part, onChoose }: PartSwitchProps) {
  const t = useTranslations("announcements.compose.parts");
  return (
    <fieldset className="sticky top-0 z-10 -mx-4 bg-bg px-4 py-2 lg:hidden">
      <legend className="sr-only">{t("label")}</legend>
      <div className="grid grid-cols-4 gap-0.5 rounded-control border border-line bg-sunken p-0.5">
        {COMPOSER_PARTS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === part}
            onClick={() => onChoose(name)}
            className="min-h-11 rounded-[8px] border border-transparent px-1 font-semibold text-control text-ink2 aria-pressed:border-line aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-lift"
          >
            {t(name)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

type PartProps = { name: ComposerPart; shown: ComposerPart; className?: string; children: ReactNode };

export function Part({ name, shown, className, children }: PartProps) {
  return (
    <div data-part={name} className={cx("grid gap-6", name !== shown && "max-lg:hidden", className)}>
      {children}
    </div>
  );
}

/** The part in which an element of the form stands; null outside of all. */
export function partOf(element: Element | null): ComposerPart | null {
  const name = element?.closest("[data-part]")?.getAttribute("data-part");
  return COMPOSER_PARTS.find((part) => part === name) ?? null;
}
