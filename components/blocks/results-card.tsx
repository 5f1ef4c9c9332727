import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { headingOf } from "@/lib/blocks/rules";
import type { BlockResults } from "@/lib/blocks/types";
import { AnswerBars } from "./answer-bars";
import { choiceNames } from "./choice-name";

/** What a sending asked and what was answered so far, on the page of its announcement. */
export async function ResultsCard({ href, results }: { href: string; results: BlockResults }) {
  const t = await getTranslations("blocks");
  const nameOf = await choiceNames(results.content);
  return (
    <SectionCard
      id={`block-${results.id}`}
      title={headingOf(results.content)}
      description={`${t(`kinds.${results.kind}`)} · ${t(results.isOpen ? "open.always" : "open.closed")}`}
      actions={<LinkButton href={href}>{t("results.who")}</LinkButton>}
    >
      <div className="grid max-w-form gap-2">
        {results.score !== null && (
          <p className="font-display text-figure">{t("results.average", { score: results.score })}</p>
        )}
        <AnswerBars people={results.people} counts={results.counts} nameOf={nameOf} />
      </div>
    </SectionCard>
  );
}
