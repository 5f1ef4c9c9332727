import { getTranslations } from "next-intl/server";
import { Bar } from "@/components/ui/bar";
import type { ChoiceCount } from "@/lib/blocks/types";
import type { ShownCount } from "@/lib/communities/types";

type AnswerBarsProps = {
  people: ShownCount;
  counts: readonly ChoiceCount[];
  nameOf: (choice: string) => string;
  own?: readonly string[];
};

/** How many chose what, in words and as bars; what the reader chose is marked. */
export async function AnswerBars({ people, counts, nameOf, own = [] }: AnswerBarsProps) {
  const t = await getTranslations("blocks");
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {counts.map(({ choice, count }) => (
          <li key={choice} className="grid gap-1 text-body">
            <span className="flex justify-between gap-3">
              <span className="min-w-0 break-words [overflow-wrap:anywhere]">
                {nameOf(choice)}
                {own.includes(choice) && <span className="text-ink2 text-meta"> · {t("yours")}</span>}
              </span>
              <span className="whitespace-nowrap text-ink2 tabular-nums">{count}</span>
            </span>
            {typeof count === "number" && typeof people === "number" && (
              <Bar share={count / Math.max(1, people)} />
            )}
          </li>
        ))}
      </ul>
      <p className="text-ink2 text-meta">
        {typeof people === "number" ? t("people", { count: people }) : t("peopleFew")}
      </p>
    </div>
  );
}
