"use client";
import { QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { BarTexts } from "@/components/bulk-acts/selection-bar";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { memberKeys } from "@/lib/members/keys";
import { type ListQuery, listQueryOf, type MemberLine, queryText } from "@/lib/members/list-rules";
import { type FilterTexts, MemberFilters, type PlaceChoice, type SegmentChoice } from "./member-filters";
import { MemberTable, type MemberTableTexts } from "./member-table";
import { useSelection } from "./use-selection";

export type MemberPage = { lines: MemberLine[]; nextCursor: string | null };
type ListTexts = MemberTableTexts &
  Record<
    "more" | "failed" | "loading" | "emptyTitle" | "emptyBody" | "noHits" | "noHitsBody" | "shown",
    string
  >;

type MemberListProps = {
  slug: string;
  places: readonly PlaceChoice[];
  segments: readonly SegmentChoice[];
  query: ListQuery;
  first: MemberPage;
  /** Whether the server's page is the beginning of the list, and not one further on. */
  isFirstPage: boolean;
  texts: { filters: FilterTexts; list: ListTexts };
  /** For those who may act on people at once. */
  bulk: { tags: readonly string[]; texts: BarTexts } | null;
};

// Loaded when somebody is ticked: who only looks does not pay for it.
const SelectionBar = dynamic(async () => (await import("@/components/bulk-acts/selection-bar")).SelectionBar);

const TYPING_PAUSE_MS = 150;
const EMPTY: ListQuery = { q: "", tag: "", communityId: "", groupId: "", segmentId: "" };

/** The list of members: search as one types, filters kept in the address, more on demand. */
export function MemberList(props: MemberListProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <LiveMemberList {...props} />
    </QueryClientProvider>
  );
}

function LiveMemberList({
  slug,
  places,
  segments,
  query: given,
  first,
  isFirstPage,
  texts,
  bulk,
}: MemberListProps) {
  const [typed, setTyped] = useState(given);
  const [query, setQuery] = useState(given);
  const here = `/t/${slug}/members`;

  // The address follows what one types, after a pause; the browser's history is outside of React.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (queryText(typed) === queryText(query)) return;
      setQuery(typed);
      const search = queryText(typed);
      window.history.replaceState(null, "", search ? `${here}?${search}` : here);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, query, here]);

  const isGiven = queryText(query) === queryText(given);
  const pages = useInfiniteQuery({
    queryKey: memberKeys.list(slug, queryText(query)),
    queryFn: ({ pageParam, signal }) => loadPage(here, query, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page: MemberPage) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    ...(isGiven && { initialData: { pages: [first], pageParams: [""] } }),
  });

  const people = useSelection(queryText(query));
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  const nextHref =
    isGiven && isFirstPage && first.nextCursor ? `${here}?${queryText(given, first.nextCursor)}` : here;
  return (
    <>
      <MemberFilters
        query={typed}
        places={places}
        segments={segments}
        texts={texts.filters}
        onChange={setTyped}
      />
      {pages.isError && <Alert tone="danger" title={texts.list.failed} live />}
      <div className={pages.isPlaceholderData ? "opacity-60 transition-opacity delay-150" : undefined}>
        {lines.length > 0 && (
          <MemberTable slug={slug} lines={lines} texts={texts.list} ticking={bulk && people} />
        )}
        {lines.length === 0 && !pages.isPending && (
          <Nobody
            hasFilter={queryText(query) !== ""}
            texts={{ ...texts.list, clear: texts.filters.clear }}
            onClear={() => setTyped(EMPTY)}
          />
        )}
      </div>
      <p className="sr-only" role="status">
        {pages.isFetching ? "" : texts.list.shown.replace("{count}", String(lines.length))}
      </p>
      <Ticked slug={slug} query={query} places={places} bulk={bulk} people={people} />
      <More
        label={pages.isFetchingNextPage ? texts.list.loading : texts.list.more}
        href={nextHref}
        shown={pages.hasNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

/** What may be done with those who are ticked. */
function Ticked({
  bulk,
  people,
  ...rest
}: Pick<MemberListProps, "slug" | "query" | "places" | "bulk"> & {
  people: ReturnType<typeof useSelection>;
}) {
  const { selection, tickAll, clear } = people;
  if (!bulk || (!selection.isAll && selection.ids.size === 0)) return null;
  return <SelectionBar {...rest} {...bulk} selection={selection} onAll={tickAll} onClear={clear} />;
}

/** No members at all, or none with these filters and the way out of them. */
function Nobody({
  hasFilter,
  texts,
  onClear,
}: {
  hasFilter: boolean;
  texts: ListTexts & { clear: string };
  onClear: () => void;
}) {
  const drawing = <HouseDrawing part="people" />;
  if (!hasFilter)
    return (
      <EmptyState drawing={drawing} title={texts.emptyTitle}>
        {texts.emptyBody}
      </EmptyState>
    );
  return (
    <EmptyState
      drawing={drawing}
      title={texts.noHits}
      actions={<Button onClick={onClear}>{texts.clear}</Button>}
    >
      {texts.noHitsBody}
    </EmptyState>
  );
}

/** A link to the next page for those without script; with it, the page grows. */
function More({
  label,
  href,
  shown,
  onMore,
}: {
  label: string;
  href: string;
  shown: boolean;
  onMore: () => void;
}) {
  if (!shown) return null;
  return (
    <div className="flex justify-center pt-4">
      <a
        href={href}
        className={buttonStyle("secondary")}
        onClick={(event) => {
          event.preventDefault();
          onMore();
        }}
      >
        {label}
      </a>
    </div>
  );
}

async function loadPage(
  here: string,
  query: ListQuery,
  cursor: string,
  signal: AbortSignal,
): Promise<MemberPage> {
  const response = await fetch(`${here}/live?${queryText(listQueryOf(query), cursor)}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as MemberPage;
}
