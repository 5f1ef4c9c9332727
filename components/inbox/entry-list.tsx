import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { cx } from "@/components/ui/cx";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { sendReplyAgainAction } from "@/lib/inbox/actions";
import { canSendAgain } from "@/lib/inbox/rules";
import type { EntryRow } from "@/lib/inbox/types";

type EntryListProps = { slug: string; entries: readonly EntryRow[]; personName: string; zone: string };

/** What was said, noted and done, oldest first. */
export async function EntryList({ slug, entries, personName, zone }: EntryListProps) {
  return (
    <ol className="grid gap-3">
      {entries.map((entry) => (
        <li key={entry.id} id={`entry-${entry.position}`} className="grid min-w-0">
          {entry.kind === "event" ? (
            <EventLine slug={slug} entry={entry} zone={zone} />
          ) : (
            <EntryBubble slug={slug} entry={entry} personName={personName} zone={zone} />
          )}
        </li>
      ))}
    </ol>
  );
}

async function EventLine({ slug, entry, zone }: { slug: string; entry: EntryRow; zone: string }) {
  const t = await getTranslations("inbox");
  const who = entry.authorName ?? t("thread.team");
  return (
    <p className="text-center text-caption text-ink2">
      {entry.event && t(`events.${entry.event}`, { who, to: entry.refName ?? t("thread.team") })} ·{" "}
      <Time at={entry.createdAt} zone={zone} />
      {entry.event === "made_feedback" && (
        <>
          {" · "}
          <Link href={`/t/${slug}/feedback/${entry.refId}`} className="link">
            {t("events.openFeedback")}
          </Link>
        </>
      )}
    </p>
  );
}

type EntryBubbleProps = { slug: string; entry: EntryRow; personName: string; zone: string };

const looks = {
  in: "mr-auto border border-line bg-surface",
  out: "ml-auto bg-bolha-out",
  note: "mx-auto border border-ipe border-dashed bg-ipe-soft",
} as const;

async function EntryBubble({ slug, entry, personName, zone }: EntryBubbleProps) {
  const t = await getTranslations("inbox");
  const look = looks[entry.kind === "event" ? "note" : entry.kind];
  const author = entry.kind === "in" ? personName : (entry.authorName ?? t("thread.team"));
  return (
    <div
      className={cx(
        "grid min-w-0 max-w-[85%] gap-1 break-words rounded-card px-3 py-2 [overflow-wrap:anywhere]",
        look,
      )}
    >
      <p className="font-semibold text-meta">
        {author}
        {entry.kind === "note" && <span className="font-normal text-ink2"> · {t("thread.note")}</span>}
      </p>
      {entry.about && (
        <p className="border-line-strong border-l-2 pl-2 text-ink2 text-meta">
          {t("thread.about")}:{" "}
          <Link href={`/t/${slug}/announcements/${entry.about.announcementId}`} className="link">
            {entry.about.words || "…"}
          </Link>
        </p>
      )}
      {entry.body ? (
        <FormattedText text={entry.body} />
      ) : (
        <p className="text-ink2 italic">{t("thread.noText")}</p>
      )}
      <p className="justify-self-end text-caption text-ink2">
        <Time at={entry.createdAt} zone={zone} />
        {entry.kind === "out" && ` · ${t(`states.${entry.state}`)}`}
      </p>
      {entry.kind === "out" && canSendAgain(entry.state) && <SendAgain slug={slug} entry={entry} />}
    </div>
  );
}

async function SendAgain({ slug, entry }: { slug: string; entry: EntryRow }) {
  const [t, words] = await Promise.all([
    getTranslations("inbox.thread"),
    getTranslations("announcements.recipients"),
  ]);
  return (
    <ActionForm
      action={sendReplyAgainAction.bind(null, slug)}
      submitLabel={t("sendAgain")}
      submitVariant="secondary"
    >
      <input type="hidden" name="conversationId" value={entry.conversationId} />
      <input type="hidden" name="messageId" value={entry.id} />
      <p className="text-meta text-urucum">
        {t("failed", { reason: words("reason", { reason: entry.reason ?? "" }) })}
      </p>
    </ActionForm>
  );
}
