import { getTranslations } from "next-intl/server";
import { RadioField } from "@/components/ui/form-choices";
import type { Invitation } from "@/lib/invites/types";

/** The open rooms, where the invite names none. */
export async function GroupChoice({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations("invites.join");
  if (invitation.openGroups.length === 0) return null;
  const rooms = invitation.openGroups.map((group) => ({
    value: group.id,
    label: group.name,
    disabled: group.isFull,
    ...(group.isFull && { hint: t("groupFull") }),
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
