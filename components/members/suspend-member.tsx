import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { reinstateMemberAction, suspendMemberAction } from "@/lib/memberships/actions";

type SuspendMemberProps = { slug: string; member: { id: string; name: string; isSuspended: boolean } };

/** Shutting a person out, with what that means; or letting them in again. */
export async function SuspendMember({ slug, member }: SuspendMemberProps) {
  const t = await getTranslations("members.suspend");
  const which = <input type="hidden" name="memberId" value={member.id} />;
  if (member.isSuspended)
    return (
      <ActionForm
        action={reinstateMemberAction.bind(null, slug)}
        submitLabel={t("undo")}
        submitVariant="secondary"
        successMessage={t("undone")}
        className="gap-0"
      >
        {which}
      </ActionForm>
    );
  return (
    <Dialog
      title={t("title", { name: member.name })}
      description={t("body")}
      trigger={{ label: t("open"), variant: "danger-quiet" }}
    >
      <ActionForm
        action={suspendMemberAction.bind(null, slug)}
        submitLabel={t("submit")}
        submitVariant="danger"
        successMessage={t("done")}
      >
        {which}
      </ActionForm>
    </Dialog>
  );
}
