"use client";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Card } from "./card";
import { Spinner } from "./spinner";

const ASK_AGAIN_MS = 800;

type Status = { status: string; done: number; total: number };
type JobProgressProps = {
  statusHref: string;
  initial: Status;
  /** `counted` has the places {done} and {total}, already in the reader's language. */
  texts: { title: string; waiting: string; counted: string };
};

/** How far a job is, asked again until it ends; then the page shows what came of it. */
export function JobProgress(props: JobProgressProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <LiveProgress {...props} />
    </QueryClientProvider>
  );
}

function LiveProgress({ statusHref, initial, texts }: JobProgressProps) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: [statusHref],
    queryFn: async (): Promise<Status> => (await fetch(statusHref, { cache: "no-store" })).json(),
    initialData: initial,
    refetchInterval: ASK_AGAIN_MS,
  });
  const isOver = data.status !== "queued" && data.status !== "running";
  // The page itself is the outside system: it is rendered again once the worker is done.
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);
  const counted = texts.counted.replace("{done}", String(data.done)).replace("{total}", String(data.total));
  return (
    <Card className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold" role="status">
        <Spinner />
        {texts.title}
      </p>
      <progress
        aria-label={texts.title}
        className="h-2 w-full accent-porta"
        {...(data.total > 0 && { value: data.done, max: data.total })}
      />
      <p className="text-ink2 text-meta tabular-nums">{data.total > 0 ? counted : texts.waiting}</p>
    </Card>
  );
}
