"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchJson } from "@/components/ui/fetch-json";
import type { LiveAnnouncement } from "@/lib/announcements/types";

const POLL_MS = 5_000;

/**
 * An announcement that keeps itself up to date: the event stream writes into the cache; while the stream is away it is
 * asked for every five seconds. `isLive` tells which.
 */
export function useLiveAnnouncement(slug: string, initial: LiveAnnouncement) {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const { id } = initial;
  const query = useQuery({
    queryKey: ["announcement", slug, id],
    queryFn: ({ signal }) => fetchJson<LiveAnnouncement>(`/t/${slug}/announcements/${id}/live`, signal),
    initialData: initial,
    refetchInterval: isLive ? false : POLL_MS,
    staleTime: 1_000,
  });
  useEffect(() => {
    const source = new EventSource(`/t/${slug}/events`);
    source.onopen = () => {
      setLive(true);
      // What happened while the stream was away.
      void client.invalidateQueries({ queryKey: ["announcement", slug, id] });
    };
    source.onerror = () => setLive(false);
    source.addEventListener("announcement", (event) => {
      const live = JSON.parse(event.data) as LiveAnnouncement;
      if (live.id === id) client.setQueryData(["announcement", slug, id], live);
    });
    return () => source.close();
  }, [client, slug, id]);
  return { live: query.data, isLive };
}
