import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import type { MemberRoom } from "@/lib/members/types";

type WhoSeesProps = { rooms: readonly MemberRoom[]; historyHref: string };

/** "Who can see this person, and why?" (P15): one sentence for each rule and room that grants something. */
export async function WhoSees({ rooms, historyHref }: WhoSeesProps) {
  const [t, travel] = await Promise.all([
    getTranslations("privacy.whoSees"),
    getTranslations("privacy.travel"),
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
        <a className="link" href={historyHref}>
          {travel("open")}
        </a>
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
