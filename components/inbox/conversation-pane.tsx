import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import { answerConversationAction, startConversationAction } from "@/lib/inbox/actions";
import type { Assignee, EntryRow, Label, OpenConversation, SavedReply } from "@/lib/inbox/types";
import { AnswerForm } from "./answer-form";
import { ConversationBar } from "./conversation-bar";
import { EntryList } from "./entry-list";
import { type InboxChoice, inboxHref } from "./inbox-href";

type ConversationPaneProps = {
  slug: string;
  zone: string;
  now: Date;
  chosen: InboxChoice;
  conversation: OpenConversation;
  /** Oldest first. */
  entries: readonly EntryRow[];
  olderHref: string | undefined;
  latestHref: string | undefined;
  assignees: readonly Assignee[];
  labels: readonly Label[];
  savedReplies: readonly SavedReply[];
  communities: readonly { id: string; name: string }[];
  viewerId: string;
};

/** A conversation: what may be done with it, what was said, and where one answers. */
export async function ConversationPane(props: ConversationPaneProps) {
  const { slug, zone, chosen, conversation, entries, olderHref, latestHref, savedReplies, viewerId } = props;
  const t = await getTranslations("inbox");
  const name = conversation.memberName ?? t("list.formerMember");
  const isShut = conversation.channel === "whatsapp" && conversation.windowEndsAt === null;
  const lastWords = entries.findLast(({ kind }) => kind === "in")?.body ?? "";
  return (
    <section
      aria-label={t("thread.label", { name })}
      className="grid gap-4 rounded-card border border-line bg-surface p-4"
    >
      <Link href={inboxHref(slug, chosen)} className="link inline-flex w-fit items-center gap-1.5 lg:hidden">
        <Icon of={ArrowLeft} size={16} />
        {t("thread.back")}
      </Link>
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-0 grow break-words font-sans text-lead">{name}</h1>
        <Badge>{t(`channels.${conversation.channel}`)}</Badge>
        {conversation.labels.map((label) => (
          <Badge key={label.id} tone="info">
            {label.name}
          </Badge>
        ))}
      </div>
      <Standing conversation={conversation} zone={zone} />
      <ConversationBar {...props} lastWords={lastWords} />
      <div className="grid gap-3">
        {olderHref && (
          <Link href={olderHref} className="link justify-self-center">
            {t("thread.older")}
          </Link>
        )}
        <EntryList slug={slug} entries={entries} personName={name} zone={zone} />
        {latestHref && (
          <Link href={latestHref} className="link justify-self-center">
            {t("thread.latest")}
          </Link>
        )}
      </div>
      {isShut && <PortalInstead slug={slug} memberId={conversation.memberId} />}
      <AnswerForm
        key={conversation.id}
        conversationId={conversation.id}
        viewerId={viewerId}
        action={answerConversationAction.bind(null, slug)}
        lastPosition={conversation.lastPosition}
        savedReplies={savedReplies}
        notesOnly={isShut}
      />
    </section>
  );
}

/** Who waits until when, until when it is put aside, what is still to be done. */
async function Standing({ conversation, zone }: { conversation: OpenConversation; zone: string }) {
  const t = await getTranslations("inbox");
  const { snoozedUntil, replyDueAt, task, taskDueAt, windowEndsAt } = conversation;
  const lines = [
    { words: t("thread.snoozedUntil"), at: snoozedUntil },
    { words: t("thread.replyDue"), at: replyDueAt },
    { words: t("thread.windowOpen"), at: windowEndsAt },
    { words: `${t("act.task")}: ${task} ·`, at: taskDueAt },
  ];
  return (
    <div className="grid gap-0.5 text-ink2 text-meta empty:hidden">
      {lines.map(
        ({ words, at }) =>
          at && (
            <p key={words}>
              {words} <Time at={at} zone={zone} />
            </p>
          ),
      )}
    </div>
  );
}

/** WhatsApp takes no free words to this person now: the portal always does. */
async function PortalInstead({ slug, memberId }: { slug: string; memberId: string }) {
  const t = await getTranslations("inbox");
  return (
    <Alert tone="warning">
      <div className="grid gap-3">
        <p>{t("thread.windowClosed")}</p>
        <ActionForm action={startConversationAction.bind(null, slug)} submitLabel={t("answer.send")}>
          <input type="hidden" name="memberId" value={memberId} />
          <TextareaField name="body" label={t("channels.portal")} rows={3} required />
        </ActionForm>
      </div>
    </Alert>
  );
}
