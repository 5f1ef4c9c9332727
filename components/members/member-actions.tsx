import { getTranslations } from "next-intl/server";
import { BanEverywhere } from "@/components/bans/ban-everywhere";
import { LinkButton } from "@/components/ui/link-button";
import { EraseMember } from "./erase-member";
import { SuspendMember } from "./suspend-member";

type MemberActionsProps = {
  slug: string;
  member: { id: string; name: string; isSuspended: boolean };
  mayBan: boolean;
};

/** What whoever manages people can do about one of them. */
export async function MemberActions({ slug, member, mayBan }: MemberActionsProps) {
  const t = await getTranslations("members");
  const here = `/t/${slug}/members/${member.id}`;
  return (
    <>
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
