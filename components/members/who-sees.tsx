import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { canSeeAs } from "@/lib/accounts/policy";
import type { MemberRoom } from "@/lib/members/types";
import type { StaffActor } from "@/lib/shared/actor";
import { seeAsHref } from "./see-as-href";

type WhoSeesProps = { slug: string; memberId: string; rooms: readonly MemberRoom[]; actor: StaffActor };

/** "Who can see this person, and why?" (P15): one sentence for each rule and room that grants something. */
export async function WhoSees({ slug, memberId, rooms, actor }: WhoSeesProps) {
  const [t, travel, seeAs] = await Promise.all([
    getTranslations("privacy.whoSees"),
    getTranslations("privacy.travel"),
    getTranslations("privacy.seeAs"),
  ]);
  const groups = rooms.flatMap((community) => community.groups);
  const sentences = [
    ...groups
      .filter(({ memberCount }) => memberCount > 1)
      .map(({ id, name, memberCount }) => ({
        key: `P2-${id}`,
        text: t("P2", { count: memberCount - 1, room: name }),
      })),
    ...groups.map(({ id, name }) => ({ key: `P4-${id}`, text: t("P4", { room: name }) })),
    ...rooms.map(({ id, name }) => ({ key: `P6-${id}`, text: t("P6", { room: name }) })),
    ...rooms
      .filter(({ role }) => role === "admin")
      .map(({ id, name }) => ({ key: `P10-${id}`, text: t("P10", { room: name }) })),
  ];
  return (
    <SectionCard
      id="who-sees"
      title={t("title")}
      description={t("description")}
      actions={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {canSeeAs(actor).ok && (
            <a className="link" href={seeAsHref(`/t/${slug}/members/see-as`, { person: memberId })}>
              {seeAs("open")}
            </a>
          )}
          <a className="link" href={`/t/${slug}/members/${memberId}/history`}>
            {travel("open")}
          </a>
        </span>
      }
    >
      <ul className="grid list-disc gap-2 pl-5">
        {sentences.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        <li>{t("P7")}</li>
        {rooms.length > 0 && <li>{t("P8")}</li>}
        <li>{t("P3")}</li>
      </ul>
    </SectionCard>
  );
}
