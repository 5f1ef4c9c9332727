import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { eraseMemberAction } from "@/lib/privacy/actions";

/** Deleting a person: says what goes before it goes. */
export async function EraseMember({ slug, member }: { slug: string; member: { id: string; name: string } }) {
  const t = await getTranslations("members.delete");
  return (
    <Dialog
      title={t("title", { name: member.name })}
      description={t("body")}
      trigger={{ label: t("open"), variant: "danger-quiet" }}
    >
      <ActionForm
        action={eraseMemberAction.bind(null, slug)}
        submitLabel={t("submit")}
        submitVariant="danger"
      >
        <input type="hidden" name="memberId" value={member.id} />
      </ActionForm>
    </Dialog>
  );
}
