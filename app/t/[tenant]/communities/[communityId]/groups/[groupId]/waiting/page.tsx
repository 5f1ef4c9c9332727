import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WaitingList } from "@/components/groups/waiting-list";
import { requireStaff } from "@/lib/accounts/load-context";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { listWaiting } from "@/lib/groups/queries/list-waiting";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type WaitingPageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("waiting.heading") };
}

export default async function WaitingPage({ params, searchParams }: WaitingPageProps) {
  const [{ tenant: slug, communityId, groupId }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [group, queue, zone] = await pageOr404(
    Promise.all([
      getGroup(ctx, groupId),
      listWaiting(ctx, groupId, { limit: 100, cursor }),
      findTimezone(ctx),
    ]),
  );
  if (group.communityId !== communityId) notFound();
  const back = `/t/${slug}/communities/${communityId}/groups/${groupId}`;
  return <WaitingList back={back} name={group.name} queue={queue} zone={zone} />;
}
