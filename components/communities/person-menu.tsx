import { Ban, Eye, ShieldCheck, ShieldOff, UserMinus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { BanForm } from "@/components/bans/ban-form";
import { Icon } from "@/components/ui/icon";
import { MenuAction, MenuLine } from "@/components/ui/menu";
import { MenuDialog } from "@/components/ui/menu-dialog";
import type { Membership } from "@/lib/memberships/types";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
/** What can be done about somebody, as the team or as an admin in the portal. */
export type PersonActions = { setRole: Action; remove: Action; ban: Action; seeAs?: Action };

type PersonMenuProps = {
  actions: PersonActions;
  place: { communityId: string; groupId?: string };
  person: Membership;
};

/** Name an admin, take the role back, remove, ban. */
export async function PersonMenu({ actions, place, person }: PersonMenuProps) {
  const [t, bans, look] = await Promise.all([
    getTranslations("communities.members"),
    getTranslations("bans"),
    getTranslations("privacy.look"),
  ]);
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
            action={actions.setRole.bind(null, initialFormState)}
            fields={{ ...fields, role: isAdmin ? "member" : "admin" }}
            successMessage={t(isAdmin ? "demoted" : "promoted")}
            icon={<Icon of={isAdmin ? ShieldOff : ShieldCheck} size={16} />}
          >
            {t(isAdmin ? "demote" : "promote")}
          </MenuAction>
          {actions.seeAs && (
            <MenuAction
              action={actions.seeAs.bind(null, initialFormState)}
              fields={{ memberId: person.memberId }}
              icon={<Icon of={Eye} size={16} />}
            >
              {look("open")}
            </MenuAction>
          )}
          <MenuLine />
          <MenuAction
            action={actions.remove.bind(null, initialFormState)}
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
      <BanForm action={actions.ban} memberId={person.memberId} place={place} />
    </MenuDialog>
  );
}
