import { systemWhoHears } from "@/lib/inbox/queries/find-listeners";
import { type InboxHolder, type InboxSight, sightsOf } from "./inbox-access";
import { giveBytes } from "./stream-answers";
import { tenantStreams } from "./tenant-streams";

/**
 * The streams of the inbox, and of members who wait for an answer. Who hears of a change is read once, and it says nothing but that
 * there is something to read.
 */
export const inboxStreams = tenantStreams<InboxHolder, InboxSight>({
  sightsOf,
  tell: async ({ tenantId, subject, id }, group) => {
    if (subject !== "inbox" && subject !== "inbox_presence") return;
    const isPresence = subject === "inbox_presence";
    const [conversationId = "", staffId, presence] = id.split(":");
    const told = await systemWhoHears(tenantId, conversationId);
    if (!told) return;
    const said = JSON.stringify(isPresence ? { conversationId, staffId, presence } : { conversationId });
    const frame = Buffer.from(`event: ${isPresence ? "presence" : "conversation"}\ndata: ${said}\n\n`);
    for (const { response, holder, sight } of group) {
      // What the team does meanwhile is not the person's to know.
      const isForThem = !isPresence || holder.from === "dashboard";
      if (isForThem && hears(holder, sight, told)) giveBytes(response, frame);
    }
  },
});

type Told = NonNullable<Awaited<ReturnType<typeof systemWhoHears>>>;

function hears({ from, userId }: InboxHolder, { communityIds: reach }: InboxSight, told: Told): boolean {
  if (from === "portal") return told.isInPortal && told.userId === userId;
  return reach === null || told.communityIds.some((id) => reach.includes(id));
}
