"use server";
import { redirect } from "next/navigation";
import { defineVisitorAction } from "@/lib/accounts/define-actions";
import { findCurrentUser } from "@/lib/accounts/load-context";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { startSession } from "@/lib/platform/auth/session-cookie";
import type { Limit } from "@/lib/platform/rate-limit";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { joinAsNewcomer } from "../commands/join-as-newcomer";
import { unsafeJoinByInvite } from "../commands/join-by-invite";
import { openAccount } from "../commands/open-account";
import { joinAsSelfForm, joinForm } from "../join-schema";
import { inviteContext } from "../queries/find-invitation";
import { findOwnPlace } from "../queries/find-own-place";
import type { Joined } from "../types";

// A whole audience may stand behind one address and scan the same poster.
const JOINS_PER_IP: Limit = { name: "join", points: 600, perSeconds: 600 };

/** The form of the invitation: a new person comes in and is signed in; a known one proves who they are first. */
export const joinAction = defineVisitorAction({
  schema: joinForm,
  run: async ({ key: token, ...visitor }, form) => {
    await countAttempt(JOINS_PER_IP, visitor.ip ?? "unknown");
    const ctx = inviteContext(token, visitor);
    if (!ctx) throw notFound();
    const joined = await joinAsNewcomer(ctx, token, form).catch((error: unknown) =>
      refuseKnown(error, token, form.email),
    );
    const { memberId } = joined;
    const account = form.email
      ? await openAccount(ctx, { memberId, email: form.email, name: form.name })
      : null;
    if (account) await startSession(account);
    if (account && joined.status === "joined") redirect(roomOf(joined, await findSlug(ctx)));
    redirect(`/join/${token}?${outcomeOf(joined)}`);
  },
});

/** One press of somebody who is signed in. */
export const joinAsSelfAction = defineVisitorAction({
  schema: joinAsSelfForm,
  run: async ({ key: token, ...visitor }, { groupId }) => {
    const ctx = inviteContext(token, visitor);
    if (!ctx) throw notFound();
    const user = await findCurrentUser();
    const own = user && (await findOwnPlace(ctx, user.id, { communityId: ctx.tenantId, groupId: null }));
    if (!user || !own) throw notFound();
    const actor = { kind: "member" as const, memberId: own.memberId, userId: user.id };
    const joined = await unsafeJoinByInvite({ ...ctx, actor }, { token, memberId: own.memberId, groupId });
    if (joined.status === "joined") redirect(roomOf(joined, await findSlug(ctx)));
    redirect(`/join/${token}?${outcomeOf(joined)}`);
  },
});

/** Where somebody lands who has come in: in the room that took them in, or at the announcements. */
function roomOf({ groupId }: Joined, slug: string): string {
  return groupId === null ? `/m/${slug}` : `/m/${slug}/groups/${groupId}?joined=1`;
}

/** What the page of the invite tells afterwards. */
function outcomeOf(joined: Joined): string {
  return joined.status === "waiting" ? `done=waiting&place=${joined.position}` : `done=${joined.status}`;
}

/** Whoever is known goes by the code in their mailbox and back; by a phone alone there is no way to prove it here. */
function refuseKnown(error: unknown, token: string, email: string): never {
  if (!(error instanceof Refusal) || error.code !== "duplicate_identifier") throw error;
  if (error.issues.some((issue) => issue.path === "email")) {
    const query = new URLSearchParams({ callbackUrl: `/join/${token}`, email });
    redirect(`/entrar/membro?${query}`);
  }
  throw invalidInput({ path: "phone", code: "known_phone" });
}
