"use client";
import { QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { NextIntlClientProvider, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import type { PeopleSelection } from "@/components/members/use-selection";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fetchJson } from "@/components/ui/fetch-json";
import { bulkActKeys } from "@/lib/bulk-acts/keys";
import { type ListQuery, queryText } from "@/lib/members/list-rules";
import { BulkActForm, type PlaceChoice } from "./bulk-act-form";

type BarProps = {
  slug: string;
  query: ListQuery;
  selection: PeopleSelection;
  places: readonly PlaceChoice[];
  tags: readonly string[];
  onAll: () => void;
  onClear: () => void;
};
/** What the bar needs of the page's language; it is loaded when somebody is ticked, and not before. */
export type BarTexts = Pick<ComponentProps<typeof NextIntlClientProvider>, "locale" | "messages">;

/** What is ticked, all that the filter finds, and the way to act on them. */
export function SelectionBar({ texts, ...props }: BarProps & { texts: BarTexts }) {
  const client = useQueryClient();
  return (
    <NextIntlClientProvider {...texts}>
      <QueryClientProvider client={client}>
        <Bar {...props} />
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}

function Bar({ slug, query, selection, places, tags, onAll, onClear }: BarProps) {
  const t = useTranslations("bulkActs");
  const [isOpen, setIsOpen] = useState(false);
  const search = queryText(query);
  const counted = useQuery({
    queryKey: bulkActKeys.count(slug, search),
    queryFn: ({ signal }) => fetchJson<{ count: number }>(`/t/${slug}/members/count?${search}`, signal),
    refetchOnWindowFocus: false,
  });
  const total = counted.data?.count;
  const people = selection.isAll ? total : selection.ids.size;
  const chosen = selection.isAll
    ? { filter: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== "")) }
    : { memberIds: [...selection.ids] };
  return (
    <div className="sticky bottom-20 z-10 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-porta bg-surface px-4 py-3 shadow-[0_8px_24px_rgb(38_29_23/0.12)] md:bottom-4">
      <p className="font-semibold tabular-nums" role="status">
        {people === undefined ? t("counting") : t("chosen", { count: people })}
      </p>
      {!selection.isAll && total !== undefined && total > selection.ids.size && (
        <Button variant="quiet" size="sm" onClick={onAll}>
          {t("chooseAll", { count: total })}
        </Button>
      )}
      <span className="ml-auto flex gap-2">
        <Button variant="quiet" size="sm" onClick={onClear}>
          {t("clear")}
        </Button>
        <Button variant="primary" size="sm" disabled={!people} onClick={() => setIsOpen(true)}>
          {t("act")}
        </Button>
      </span>
      <Dialog
        title={t("title", { count: people ?? 0 })}
        description={t(selection.isAll ? "bodyAll" : "bodyTicked")}
        open={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <BulkActForm
          slug={slug}
          selection={JSON.stringify(chosen)}
          people={people ?? 0}
          places={places}
          tags={tags}
          onRecount={counted.refetch}
        />
      </Dialog>
    </div>
  );
}
