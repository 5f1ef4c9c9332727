import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { leaveCommunityAction, leaveGroupAction } from "@/lib/memberships/portal-actions";

/** The way out of a room, with what it means. */
export async function LeaveGroup({ slug, groupId, name }: { slug: string; groupId: string; name: string }) {
  const t = await getTranslations("portal.room");
  return (
    <div>
      <Dialog
        title={t("leaveTitle", { name })}
        description={t("leaveBody")}
        trigger={{ label: t("leave"), variant: "danger-quiet" }}
      >
        <ActionForm
          action={leaveGroupAction.bind(null, slug)}
          submitLabel={t("leave")}
          submitVariant="danger"
        >
          <input type="hidden" name="groupId" value={groupId} />
        </ActionForm>
      </Dialog>
    </div>
  );
}

type LeaveCommunityProps = { slug: string; communityId: string; name: string };

/** The way out of a community and all its rooms. */
export async function LeaveCommunity({ slug, communityId, name }: LeaveCommunityProps) {
  const t = await getTranslations("portal.me");
  return (
    <Dialog
      title={t("leaveCommunityTitle", { name })}
      description={t("leaveCommunityBody")}
      trigger={{ label: t("leaveCommunity"), variant: "danger-quiet" }}
    >
      <ActionForm
        action={leaveCommunityAction.bind(null, slug)}
        submitLabel={t("leaveCommunitySubmit")}
        submitVariant="danger"
        successMessage={t("leftCommunity")}
      >
        <input type="hidden" name="communityId" value={communityId} />
      </ActionForm>
    </Dialog>
  );
}
