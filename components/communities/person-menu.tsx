import { ShieldCheck, ShieldOff, UserMinus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuAction, MenuLine } from "@/components/ui/menu";
import { removeMemberAction, setRoleAction } from "@/lib/memberships/actions";
import type { Membership } from "@/lib/memberships/types";
import { initialFormState } from "@/lib/platform/actions/form-state";

type PersonMenuProps = { slug: string; place: { communityId: string; groupId?: string }; person: Membership };

/** Name an admin, take the role back, remove. */
export async function PersonMenu({ slug, place, person }: PersonMenuProps) {
  const t = await getTranslations("communities.members");
  const setRole = setRoleAction.bind(null, slug, initialFormState);
  const remove = removeMemberAction.bind(null, slug, initialFormState);
  const isAdmin = person.role === "admin";
  const fields = { ...place, memberId: person.memberId };
  return (
    <Menu label={t("actionsFor", { name: person.name })}>
      <MenuAction
        action={setRole}
        fields={{ ...fields, role: isAdmin ? "member" : "admin" }}
        successMessage={t(isAdmin ? "demoted" : "promoted")}
        icon={<Icon of={isAdmin ? ShieldOff : ShieldCheck} size={16} />}
      >
        {t(isAdmin ? "demote" : "promote")}
      </MenuAction>
      <MenuLine />
      <MenuAction
        action={remove}
        fields={fields}
        successMessage={t("removed")}
        icon={<Icon of={UserMinus} size={16} />}
        danger
      >
        {t(place.groupId ? "removeGroup" : "remove")}
      </MenuAction>
    </Menu>
  );
}
