import { Ban, ShieldCheck, ShieldOff, UserMinus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { BanForm } from "@/components/bans/ban-form";
import { Icon } from "@/components/ui/icon";
import { MenuAction, MenuLine } from "@/components/ui/menu";
import { MenuDialog } from "@/components/ui/menu-dialog";
import { banMemberAction } from "@/lib/bans/actions";
import { removeMemberAction, setRoleAction } from "@/lib/memberships/actions";
import type { Membership } from "@/lib/memberships/types";
import { initialFormState } from "@/lib/platform/actions/form-state";

type PersonMenuProps = { slug: string; place: { communityId: string; groupId?: string }; person: Membership };

/** Name an admin, take the role back, remove, ban. */
export async function PersonMenu({ slug, place, person }: PersonMenuProps) {
  const [t, bans] = await Promise.all([getTranslations("communities.members"), getTranslations("bans")]);
  const setRole = setRoleAction.bind(null, slug, initialFormState);
  const remove = removeMemberAction.bind(null, slug, initialFormState);
  const isAdmin = person.role === "admin";
  const fields = { ...place, memberId: person.memberId };
  return (
    <MenuDialog
      label={t("actionsFor", { name: person.name })}
      opener={{ label: bans("ban"), icon: <Icon of={Ban} size={16} /> }}
      title={bans("banTitle", { name: person.name })}
      description={bans(place.groupId ? "bodyGroup" : "bodyCommunity")}
      entries={
        <>
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
        </>
      }
    >
      <BanForm action={banMemberAction.bind(null, slug)} memberId={person.memberId} place={place} />
    </MenuDialog>
  );
}
