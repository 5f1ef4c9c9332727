import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type ChoiceTileProps = {
  label: string;
  chosen: boolean;
  onChoose: () => void;
  className?: string;
  children: ReactNode;
};

/** One picture among many to choose from. */
export function ChoiceTile({ label, chosen, onChoose, className, children }: ChoiceTileProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={chosen}
      onClick={onChoose}
      className={cx(
        "grid aspect-square min-h-10 cursor-pointer place-items-center rounded-control border text-ink transition-colors duration-120",
        chosen
          ? "border-2 border-porta bg-porta-soft"
          : "border-line hover:border-line-strong hover:bg-sunken",
        !chosen && className,
      )}
    >
      {children}
    </button>
  );
}
