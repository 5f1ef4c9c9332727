import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConversationPane } from "@/components/inbox/conversation-pane";
import { InboxFrame } from "@/components/inbox/inbox-frame";
import { inboxHref } from "@/components/inbox/inbox-href";
import { PersonCard } from "@/components/inbox/person-card";
import type { StaffContext } from "@/lib/accounts/load-context";
import { canRevealNumber } from "@/lib/inbox/policy";
import { getConversation } from "@/lib/inbox/queries/get-conversation";
import { listAssignees } from "@/lib/inbox/queries/list-assignees";
import { listConversations } from "@/lib/inbox/queries/list-conversations";
import { listEntryRows } from "@/lib/inbox/queries/list-entries";
import { listSavedReplies, renderReply } from "@/lib/inbox/queries/list-kept-words";
import { findMember } from "@/lib/members/queries/find-member";
import { listRooms } from "@/lib/members/queries/list-rooms";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { Refusal } from "@/lib/shared/refusal";
import { loadList } from "../load-list";

const ENTRIES = 50;

type ConversationPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function ConversationPage({ params, searchParams }: ConversationPageProps) {
  const [{ tenant: slug, id }, asked] = await Promise.all([params, searchParams]);
  const { ctx, list, mayManage } = await loadList(slug, asked);
  const before = typeof asked.before === "string" ? asked.before : undefined;
  const { conversation, ...open } = await loadConversation(ctx, id, before).catch(hideRefused);
  const href = inboxHref(slug, list.chosen, id);
  const olderHref = open.nextCursor
    ? `${href}${href.includes("?") ? "&" : "?"}before=${open.nextCursor}`
    : undefined;
  const { staffId } = ctx.actor;
  return (
    <InboxFrame
      list={list}
      mayManage={mayManage}
      viewerId={staffId}
      staffNames={Object.fromEntries(list.assignees.map((each) => [each.staffId, each.name]))}
      conversationId={id}
    >
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(14rem,17rem)]">
        <ConversationPane
          slug={slug}
          zone={list.zone}
          now={ctx.now}
          chosen={list.chosen}
          conversation={conversation}
          labels={list.labels}
          olderHref={olderHref}
          latestHref={before ? href : undefined}
          viewerId={staffId}
          entries={open.entries}
          assignees={open.assignees}
          savedReplies={open.savedReplies}
          communities={open.rooms}
        />
        {open.member && (
          <PersonCard
            slug={slug}
            conversationId={id}
            member={open.member}
            rooms={open.rooms}
            others={open.others}
            mayReveal={canRevealNumber(ctx.actor).ok}
          />
        )}
      </div>
    </InboxFrame>
  );
}

async function loadConversation(ctx: StaffContext, id: string, before: string | undefined) {
  const conversation = await getConversation(ctx, id);
  const { memberId } = conversation;
  const [page, member, rooms, others, assignees, saved] = await Promise.all([
    pageOr404(listEntryRows(ctx, id, { limit: ENTRIES, cursor: before })),
    findMember(ctx, memberId),
    listRooms(ctx, memberId),
    listConversations(ctx, { memberId }, { limit: 5 }),
    listAssignees(ctx, memberId),
    listSavedReplies(ctx),
  ]);
  const person = { name: member?.name ?? "", community: rooms[0]?.name ?? "" };
  return {
    conversation,
    entries: page.data.toReversed(),
    nextCursor: page.nextCursor,
    member,
    rooms,
    others: others.data.filter((other) => other.id !== id),
    assignees,
    savedReplies: saved.map((reply) => renderReply(reply, person)),
  };
}

function hideRefused(error: unknown): never {
  if (error instanceof Refusal) notFound();
  throw error;
}
