import "server-only";
import { firstOpen, windowsOf } from "@/lib/announcements/window-rules";
import type { TenantContext } from "@/lib/platform/context";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemPushNote } from "@/lib/push/commands/push-note";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { tellMentionsJob } from "../job-names";
import { claimMentions, mentionsToTell, type ToTell } from "../mentions-sql";
import { messagesById } from "../messages-sql";
import { viewsOfRoom } from "../queries/message-view";
import type { MessageView } from "../types";

/**
 * Tells the devices of those whom a message calls, each once: never twice, whatever crashes. Who is in quiet hours by their own clock
 * is told when these are over, unless they have read it by then.
 */
export async function tellMentions(ctx: TenantContext, messageId: string): Promise<void> {
  const waiting = await mentionsToTell(ctx.db, messageId);
  const [first] = waiting;
  if (!first) return;
  const windows = windowsOf(await findSettings(ctx), { isUrgent: false, isBusiness: false });
  const people = waiting.map((person) => ({
    ...person,
    opens: firstOpen(ctx.now, person.timezone, windows),
  }));
  const due = people.filter(({ opens }) => opens <= ctx.now);
  const later = people.map(({ opens }) => opens).filter((opens) => opens > ctx.now);
  if (later.length > 0) await tellLater(ctx, messageId, later);
  const memberIds = due.map(({ memberId }) => memberId);
  const claimed = await claimMentions(ctx.db, { messageId, memberIds, now: ctx.now });
  const rows = await messagesById(ctx.db, [messageId]);
  const [message] = await viewsOfRoom(ctx.db, first.groupId, rows);
  if (!message) return;
  for (const person of due.filter(({ memberId }) => claimed.has(memberId)))
    await systemPushNote(ctx, person.memberId, noteOf(person, message));
}

async function tellLater(ctx: TenantContext, messageId: string, opens: readonly Date[]): Promise<void> {
  const runAt = new Date(Math.min(...opens.map((at) => at.getTime())));
  await enqueue(
    ctx.db,
    tellMentionsJob,
    { messageId },
    { runAt, key: `${tellMentionsJob.name} ${messageId}` },
  );
}

function noteOf({ locale: typed, slug, groupId, groupName }: ToTell, message: MessageView) {
  const locale = localeFrom(typed);
  const t = translatorFor(locale);
  const { id, authorName, byTeam, body, media } = message;
  const name = authorName ?? t(byTeam ? "conversations.team" : "conversations.someFormer");
  const words = body || (media.length > 0 ? t("conversations.mediaUnnamed") : "");
  return {
    title: groupName,
    body: `${name}: ${words}`,
    url: `/m/${slug}/groups/${groupId}?at=${id}#m-${id}`,
    locale,
    key: `mention ${id}`,
  };
}
