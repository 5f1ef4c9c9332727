import { Ban } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge, type Shape, type Tone } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuAction } from "@/components/ui/menu";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { revokeInviteAction } from "@/lib/invites/actions/manage";
import type { Invite, InviteState } from "@/lib/invites/types";
import { initialFormState } from "@/lib/platform/actions/form-state";

const looks: Record<InviteState, { tone: Tone; shape: Shape }> = {
  open: { tone: "success", shape: "full" },
  revoked: { tone: "danger", shape: "cross" },
  expired: { tone: "neutral", shape: "empty" },
  used_up: { tone: "neutral", shape: "empty" },
};

type InviteListProps = {
  slug: string;
  invites: readonly Invite[];
  placeOf: (invite: Invite) => string;
  zone: string;
};

/** Invites made, without their links: those were shown once. */
export async function InviteList({ slug, invites, placeOf, zone }: InviteListProps) {
  const [t, format] = await Promise.all([getTranslations("invites"), getFormatter()]);
  const revoke = revokeInviteAction.bind(null, slug, initialFormState);
  const rows = invites.map((invite) => ({
    key: invite.id,
    cells: {
      where: (
        <span className="grid">
          <span className="break-words font-medium">{placeOf(invite)}</span>
          {invite.approval && <span className="text-caption text-ink2">{t("needsApproval")}</span>}
        </span>
      ),
      state: <Badge {...looks[invite.state]}>{t(`states.${invite.state}`)}</Badge>,
      uses:
        invite.maxUses === null
          ? format.number(invite.useCount)
          : t("usesOf", { count: invite.useCount, max: invite.maxUses }),
      until: invite.expiresAt ? <Time at={invite.expiresAt} zone={zone} /> : t("noLimit"),
      actions: invite.state !== "revoked" && (
        <Menu label={t("actionsFor", { place: placeOf(invite) })}>
          <MenuAction
            action={revoke}
            fields={{ inviteId: invite.id }}
            successMessage={t("revoked")}
            icon={<Icon of={Ban} size={16} />}
            danger
          >
            {t("revoke")}
          </MenuAction>
        </Menu>
      ),
    },
  }));
  return (
    <Table
      caption={t("list")}
      columns={[
        { key: "where", header: t("where"), phone: "title" },
        { key: "state", header: t("state") },
        { key: "uses", header: t("uses"), align: "end" },
        { key: "until", header: t("until") },
        { key: "actions", header: t("actions"), align: "end", phone: "line" },
      ]}
      rows={rows}
      empty={t("empty")}
    />
  );
}
