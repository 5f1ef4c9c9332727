"use client";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Spinner } from "@/components/ui/spinner";

const POLL_MS = 2_000;
const LATE_AFTER_POLLS = 15;

type AwaitBankProps = {
  url: string;
  plan: string;
  interval: string;
  texts: { title: string; body: string; late: string };
};
type Told = { plan: string | null; interval: string | null };

/** Asks every two seconds until the webhook has made the plan active, then shows the page anew. */
export function AwaitBank(props: AwaitBankProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Waiting {...props} />
    </QueryClientProvider>
  );
}

function Waiting({ url, plan, interval, texts }: AwaitBankProps) {
  const router = useRouter();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ["billing", "confirmation", url],
    queryFn: () => ask(url),
    refetchInterval: POLL_MS,
  });
  const [polls, setPolls] = useState(0);
  const isPaid = data?.plan === plan && data.interval === interval;
  // The address of the server's page is outside of React: asked anew once it can show the new plan.
  useEffect(() => {
    if (isPaid) router.refresh();
  }, [isPaid, router]);
  useEffect(() => {
    if (dataUpdatedAt) setPolls((count) => count + 1);
  }, [dataUpdatedAt]);
  return (
    <Alert live title={texts.title} actions={<Spinner />}>
      {polls > LATE_AFTER_POLLS ? texts.late : texts.body}
    </Alert>
  );
}

async function ask(url: string): Promise<Told> {
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return await answer.json();
}
