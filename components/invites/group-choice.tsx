import { getTranslations } from "next-intl/server";
import { RadioField } from "@/components/ui/form-choices";
import type { Door } from "@/lib/groups/door-rules";
import type { Invitation } from "@/lib/invites/types";

/** The open rooms, where the invite names none. */
export async function GroupChoice({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations("invites.join");
  if (invitation.openGroups.length === 0) return null;
  const rooms = invitation.openGroups.map((group) => ({
    value: group.id,
    label: group.name,
    disabled: group.door.kind === "full",
    ...hintOf(group.door, t),
  }));
  return (
    <RadioField
      name="groupId"
      label={t("group")}
      defaultValue=""
      options={[{ value: "", label: t("noGroup") }, ...rooms]}
    />
  );
}

type JoinTexts = Awaited<ReturnType<typeof getTranslations<"invites.join">>>;

function hintOf(door: Door, t: JoinTexts): { hint?: string } {
  if (door.kind === "full") return { hint: t("groupFull") };
  if (door.kind === "queue") return { hint: t("groupQueue") };
  return door.sibling === null ? {} : { hint: t("groupSibling", { sibling: door.sibling }) };
}
