import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryLink } from "@/components/audit-log/history-link";
import { MemberActions } from "@/components/members/member-actions";
import { MemberConsents } from "@/components/members/member-consents";
import { MemberIdentity } from "@/components/members/member-identity";
import { MemberNotes } from "@/components/members/member-notes";
import { MemberRooms } from "@/components/members/member-rooms";
import { MemberTimeline } from "@/components/members/member-timeline";
import { WhoSees } from "@/components/members/who-sees";
import { MergedPeople } from "@/components/merges/merged-people";
import { Avatar } from "@/components/ui/avatar";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageBans } from "@/lib/bans/policy";
import { canReadConsents } from "@/lib/consent/policy";
import { listConsents } from "@/lib/consent/queries/list-consents";
import { listFields } from "@/lib/fields/queries/list-fields";
import { canManageMembers } from "@/lib/members/policy";
import { findMember } from "@/lib/members/queries/find-member";
import { isMemberSuspended } from "@/lib/members/queries/is-member-suspended";
import { listRooms } from "@/lib/members/queries/list-rooms";
import { listMerges } from "@/lib/merges/queries/list-merges";
import { canManageNotes } from "@/lib/notes/policy";
import { listNotes } from "@/lib/notes/queries/list-notes";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { canReadTimeline } from "@/lib/timeline/policy";
import { listTimeline } from "@/lib/timeline/queries/list-timeline";

type MemberPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ timeline?: string; notes?: string }>;
};

const SHOWN_CONSENTS = 10;
const SHOWN_NOTES = 5;
const SHOWN_EVENTS = 15;

export async function generateMetadata({ params }: Pick<MemberPageProps, "params">): Promise<Metadata> {
  const { tenant, id } = await params;
  const member = await findMember(await requireStaff(tenant), id);
  return { title: member?.name ?? (await getTranslations("members"))("title") };
}

export default async function MemberPage({ params, searchParams }: MemberPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const member = await findMember(ctx, id);
  if (!member) notFound();
  const managesPeople = canManageMembers(ctx.actor).ok;
  const readsConsents = canReadConsents(ctx.actor, id).ok;
  const [t, rooms, fields, consents, notes, events, zone, merges, isSuspended] = await Promise.all([
    getTranslations("members"),
    listRooms(ctx, id),
    listFields(ctx),
    readsConsents ? listConsents(ctx, id, { limit: SHOWN_CONSENTS }) : null,
    canManageNotes(ctx.actor).ok
      ? pageOr404(listNotes(ctx, id, { limit: SHOWN_NOTES, cursor: query.notes }))
      : null,
    canReadTimeline(ctx.actor, id).ok
      ? pageOr404(listTimeline(ctx, id, { limit: SHOWN_EVENTS, cursor: query.timeline }))
      : null,
    findTimezone(ctx),
    managesPeople ? listMerges(ctx, id) : [],
    isMemberSuspended(ctx, id),
  ]);
  const here = `/t/${slug}/members/${id}`;
  const src = member.photoFileId ? `/files/${slug}/${member.photoFileId}?size=256` : null;
  return (
    <>
      <PageHeader
        title={member.name}
        description={isSuspended ? t("suspend.badge") : undefined}
        lead={<Avatar name={member.name} src={src} size="lg" />}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {t("card.back")}
          </a>
        }
        actions={
          managesPeople && (
            <MemberActions
              slug={slug}
              member={{ id, name: member.name, isSuspended }}
              mayBan={canManageBans(ctx.actor, null, null).ok}
              actor={ctx.actor}
            />
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <MemberIdentity member={member} fields={fields} />
          <MergedPeople slug={slug} merges={merges} zone={zone} />
          <MemberRooms slug={slug} rooms={rooms} />
          {consents && <MemberConsents slug={slug} memberId={id} entries={consents.data} zone={zone} />}
          {managesPeople && <WhoSees slug={slug} memberId={id} rooms={rooms} actor={ctx.actor} />}
          <div className="empty:hidden">
            <HistoryLink slug={slug} actor={ctx.actor} subjectId={id} />
          </div>
        </div>
        <div className="grid gap-6">
          {notes && (
            <MemberNotes
              slug={slug}
              memberId={id}
              notes={notes.data}
              hrefs={hrefsOf(here, "notes", notes.nextCursor, query.notes)}
              staffId={ctx.actor.staffId}
              zone={zone}
            />
          )}
          {events && (
            <MemberTimeline
              slug={slug}
              entries={events.data}
              hrefs={hrefsOf(here, "timeline", events.nextCursor, query.timeline)}
              zone={zone}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** The way on in one of the card's lists, and back to its newest. */
function hrefsOf(here: string, list: "notes" | "timeline", next: string | null, cursor: string | undefined) {
  return {
    more: next && `${here}?${list}=${next}#${list}`,
    first: cursor ? `${here}#${list}` : null,
  };
}
