import { z } from "zod";
import { requireStaff } from "@/lib/accounts/load-context";
import { announcePresence } from "@/lib/inbox/announce-inbox";
import { PRESENCES } from "@/lib/inbox/presence";
import { findConversation } from "@/lib/inbox/queries/find-conversation";
import { Refusal } from "@/lib/shared/refusal";

const said = z.object({ presence: z.enum(PRESENCES) });

/** What somebody of the team does in a conversation right now: told to the others, kept nowhere. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const parsed = said.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  try {
    await findConversation(ctx, id);
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 });
    throw error;
  }
  const { presence } = parsed.data;
  announcePresence(ctx, { conversationId: id, staffId: ctx.actor.staffId, presence });
  return new Response(null, { status: 204 });
}
