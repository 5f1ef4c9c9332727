import { getTranslations } from "next-intl/server";
import { BanEverywhere } from "@/components/bans/ban-everywhere";
import { LinkButton } from "@/components/ui/link-button";
import { seeAsAction } from "@/lib/accounts/actions/see-as";
import { canSeeAs } from "@/lib/accounts/policy";
import type { StaffActor } from "@/lib/shared/actor";
import { EraseMember } from "./erase-member";
import { SeeThrough } from "./see-through";
import { SuspendMember } from "./suspend-member";

type MemberActionsProps = {
  slug: string;
  member: { id: string; name: string; isSuspended: boolean };
  mayBan: boolean;
  actor: StaffActor;
};

/** What whoever manages people can do about one of them. */
export async function MemberActions({ slug, member, mayBan, actor }: MemberActionsProps) {
  const t = await getTranslations("members");
  const here = `/t/${slug}/members/${member.id}`;
  return (
    <>
      {canSeeAs(actor).ok && <SeeThrough action={seeAsAction.bind(null, slug)} memberId={member.id} />}
      {mayBan && <BanEverywhere slug={slug} member={member} />}
      <LinkButton href={`${here}/merge`}>{t("merge.open")}</LinkButton>
      <SuspendMember slug={slug} member={member} />
      <EraseMember slug={slug} member={member} />
      <LinkButton href={`${here}/edit`} variant="primary">
        {t("card.edit")}
      </LinkButton>
    </>
  );
}
