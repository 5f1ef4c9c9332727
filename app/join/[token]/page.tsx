import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JoinAsSelf } from "@/components/invites/join-as-self";
import { JoinForm } from "@/components/invites/join-form";
import { JoinFacts, JoinHead } from "@/components/invites/join-head";
import { JoinNotice } from "@/components/invites/join-notice";
import { AuthShell } from "@/components/layout/auth-shell";
import { findCurrentUser, loadVisitor } from "@/lib/accounts/load-context";
import { findInvitation, inviteContext } from "@/lib/invites/queries/find-invitation";
import { findOwnPlace } from "@/lib/invites/queries/find-own-place";
import { signedFileUrl } from "@/lib/platform/files/signed-url";

type JoinPageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string; place?: string }>;
};

async function load(token: string) {
  const ctx = inviteContext(token, await loadVisitor(token));
  const invitation = ctx && (await findInvitation(ctx, token));
  return ctx && invitation ? { ctx, invitation } : notFound();
}

export async function generateMetadata({ params }: JoinPageProps): Promise<Metadata> {
  const { invitation } = await load((await params).token);
  const t = await getTranslations("invites.join");
  const { community, tenant, state } = invitation;
  // What a preview robot shows of a link that leads nowhere any more is just that (X18).
  const description = hasEnded(state)
    ? t(state)
    : community.description || t("invitedBy", { tenant: tenant.name });
  return {
    title: community.name,
    description,
    robots: { index: false },
    openGraph: { title: community.name, description },
  };
}

/** The page behind an invite link: who invites to what, and the way in. Opening it consumes nothing (X18). */
export default async function JoinPage({ params, searchParams }: JoinPageProps) {
  const [{ token }, { done, place: queued }] = await Promise.all([params, searchParams]);
  const [{ ctx, invitation }, user] = await Promise.all([load(token), findCurrentUser()]);
  const { community, group, tenant, state } = invitation;
  const place = { communityId: community.id, groupId: group?.id ?? null };
  const own = user && (await findOwnPlace(ctx, user.id, place));
  const kind = noticeOf(done, own?.isIn ?? false, state);
  const src = (id: string) => signedFileUrl({ slug: tenant.slug, tenantId: ctx.tenantId, id }, ctx.now);
  return (
    <AuthShell title={<JoinHead invitation={invitation} srcOf={src} />}>
      {!hasEnded(state) && <JoinFacts invitation={invitation} />}
      {kind && <JoinNotice kind={kind} place={placeOf(queued)} invitation={invitation} />}
      {!kind && own && <JoinAsSelf token={token} name={own.name} invitation={invitation} />}
      {!kind && !own && <JoinForm token={token} invitation={invitation} />}
    </AuthShell>
  );
}

function noticeOf(
  done: string | undefined,
  isIn: boolean,
  state: Awaited<ReturnType<typeof load>>["invitation"]["state"],
) {
  if (done === "joined" || done === "pending" || done === "waiting") return done;
  if (isIn) return "already" as const;
  return state === "open" ? null : state;
}

type State = Awaited<ReturnType<typeof load>>["invitation"]["state"];
const ENDED = ["revoked", "expired", "used_up", "closed"] as const;

/** A link that leads nowhere any more tells no more of the place than its name (X18). */
function hasEnded(state: State): state is (typeof ENDED)[number] {
  return (ENDED as readonly string[]).includes(state);
}

function placeOf(text: string | undefined): number {
  const place = Number(text);
  return Number.isSafeInteger(place) && place > 0 ? place : 1;
}
