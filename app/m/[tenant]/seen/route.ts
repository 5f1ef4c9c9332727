import { z } from "zod";
import { requirePortal } from "@/lib/accounts/load-context";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { seeFeedback } from "@/lib/feedback/commands/see-feedback";
import { markRoomRead } from "@/lib/groups/commands/mark-room-read";
import { seeAnswers } from "@/lib/inbox/commands/see-answers";

const seen = z.object({
  occurrenceIds: z.array(z.uuid()).max(100).default([]),
  groupId: z.uuid().optional(),
  /** Up to which message of the room; without it all of it. */
  position: z.int().min(0).optional(),
  feedbackId: z.uuid().optional(),
  /** The conversation with the house. */
  inbox: z.literal(true).optional(),
});

/** What the member has before their eyes: announcements, a room, an answer. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const ctx = await requirePortal((await params).tenant);
  // Whoever looks through a member's eyes has read nothing in their stead (P15).
  if (ctx.actor.seenBy) return new Response(null, { status: 204 });
  const parsed = seen.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { occurrenceIds, groupId, position, feedbackId, inbox } = parsed.data;
  if (occurrenceIds.length > 0) await markRead(ctx, occurrenceIds);
  if (groupId) await markRoomRead(ctx, groupId, position);
  if (feedbackId) await seeFeedback(ctx, feedbackId);
  if (inbox) await seeAnswers(ctx);
  return new Response(null, { status: 204 });
}
