import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxFrame } from "@/components/inbox/inbox-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { loadList } from "./load-list";

type InboxPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const [{ tenant: slug }, asked] = await Promise.all([params, searchParams]);
  const [t, { ctx, list, mayManage }] = await Promise.all([
    getTranslations("inbox.list"),
    loadList(slug, asked),
  ]);
  return (
    <InboxFrame
      list={list}
      mayManage={mayManage}
      viewerId={ctx.actor.staffId}
      staffNames={namesIn(list.assignees)}
    >
      <EmptyState drawing={<HouseDrawing />} title={t("choose")}>
        {t("chooseBody")}
      </EmptyState>
    </InboxFrame>
  );
}

function namesIn(assignees: readonly { staffId: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(assignees.map(({ staffId, name }) => [staffId, name]));
}
