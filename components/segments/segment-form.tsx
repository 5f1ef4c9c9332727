import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { QueryIsland } from "@/components/announcements/query-island";
import { Alert } from "@/components/ui/alert";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { rowKindOf, rowsOf } from "@/lib/segments/row-rules";
import type { Segment } from "@/lib/segments/types";
import { type BuilderChoices, SegmentBuilder } from "./segment-builder";

type SegmentFormProps = { slug: string; choices: Omit<BuilderChoices, "named">; segment?: Segment };

/** The builder with its texts: a new segment, or the one given. */
export async function SegmentForm({ slug, choices, segment }: SegmentFormProps) {
  const [messages, t, format] = await Promise.all([
    getMessages(),
    getTranslations("segments"),
    getFormatter(),
  ]);
  const start = segment
    ? { id: segment.id, name: segment.name, rows: rowsOf(segment.filter) }
    : { name: "", rows: [] };
  const named = (segment?.places ?? []).map(({ condition, id, name }) => ({
    kind: rowKindOf(condition),
    id,
    name: name ?? t("gone"),
  }));
  const stale = (segment?.places ?? []).filter(({ name }) => name === null);
  const kinds = [...new Set(stale.map(({ condition }) => t(`kinds.${rowKindOf(condition)}`)))];
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["segments"])}>
      <QueryIsland>
        <div className="grid max-w-form gap-5">
          {stale.length > 0 && (
            <Alert tone="warning" title={t("staleTitle")}>
              {t("staleBody", { list: format.list(kinds) })}
            </Alert>
          )}
          <SegmentBuilder slug={slug} choices={{ ...choices, named }} start={start} />
        </div>
      </QueryIsland>
    </NextIntlClientProvider>
  );
}
