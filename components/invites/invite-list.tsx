import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge, type Shape, type Tone } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SwitchField } from "@/components/ui/form-choices";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Invite, InviteState } from "@/lib/invites/types";
import type { FormState } from "@/lib/platform/actions/form-state";

const looks: Record<InviteState, { tone: Tone; shape: Shape }> = {
  open: { tone: "success", shape: "full" },
  revoked: { tone: "danger", shape: "cross" },
  expired: { tone: "neutral", shape: "empty" },
  used_up: { tone: "neutral", shape: "empty" },
};

type InviteListProps = {
  /** Ending a link as the team or as an admin in the portal. */
  revoke: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page that tells who came by a link, where there is one. */
  hrefOf?: ((invite: Invite) => string) | undefined;
  invites: readonly Invite[];
  placeOf: (invite: Invite) => string;
  zone: string;
};

/** Invites made, without their links: those were shown once. */
export async function InviteList({ revoke, hrefOf, invites, placeOf, zone }: InviteListProps) {
  const [t, format] = await Promise.all([getTranslations("invites"), getFormatter()]);
  const rows = invites.map((invite) => ({
    key: invite.id,
    cells: {
      where: (
        <span className="grid">
          {hrefOf ? (
            <Link href={hrefOf(invite)} className="link break-words font-medium">
              {placeOf(invite)}
            </Link>
          ) : (
            <span className="break-words font-medium">{placeOf(invite)}</span>
          )}
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
        <Dialog
          title={t("revokeTitle", { place: placeOf(invite) })}
          description={t("revokeBody")}
          trigger={{ label: t("revoke"), variant: "danger-quiet", size: "sm" }}
        >
          <ActionForm
            action={revoke}
            submitLabel={t("revoke")}
            submitVariant="danger"
            successMessage={t("revoked")}
          >
            <input type="hidden" name="inviteId" value={invite.id} />
            <SwitchField name="voidRequests" label={t("voidRequests")} hint={t("voidRequestsHint")} />
          </ActionForm>
        </Dialog>
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
