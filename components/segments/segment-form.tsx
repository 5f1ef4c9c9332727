import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { QueryIsland } from "@/components/announcements/query-island";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { rowsOf } from "@/lib/segments/row-rules";
import type { Segment } from "@/lib/segments/types";
import { type BuilderChoices, SegmentBuilder } from "./segment-builder";

type SegmentFormProps = { slug: string; choices: BuilderChoices; segment?: Segment };

/** The builder with its texts: a new segment, or the one given. */
export async function SegmentForm({ slug, choices, segment }: SegmentFormProps) {
  const messages = await getMessages();
  const start = segment
    ? { id: segment.id, name: segment.name, rows: rowsOf(segment.filter) }
    : { name: "", rows: [] };
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["segments"])}>
      <QueryIsland>
        <div className="max-w-form">
          <SegmentBuilder slug={slug} choices={choices} start={start} />
        </div>
      </QueryIsland>
    </NextIntlClientProvider>
  );
}
