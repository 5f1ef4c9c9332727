"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { fetchJson } from "@/components/ui/fetch-json";
import { segmentKeys } from "@/lib/segments/keys";

const PAUSE_MS = 250;

/** How many people the filter finds, asked again a moment after its last change. */
export function LiveCount({ slug, filter }: { slug: string; filter: string }) {
  const t = useTranslations("segments");
  const [settled, setSettled] = useState(filter);

  // A pause in the typing is a matter of the clock, outside of React.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(filter), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [filter]);

  const found = useQuery({
    queryKey: segmentKeys.count(slug, settled),
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ filter: settled });
      return fetchJson<{ count: number }>(`/t/${slug}/members/segments/count?${query}`, signal);
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  });
  const counted = found.data ? t("count", { count: found.data.count }) : t("counting");
  const words = found.isError ? t("notCounted") : counted;
  return (
    <Card className={cx("grid gap-1", found.isFetching && "cursor-progress")}>
      <p className="text-meta text-ink2">{t("found")}</p>
      <p className="font-display text-figure" aria-live="polite">
        {words}
      </p>
    </Card>
  );
}
