import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { takeImportBack } from "@/lib/imports/actions";

/** Takes an import back, after saying what goes and what stays. */
export async function UndoForm({ slug, id }: { slug: string; id: string }) {
  const t = await getTranslations("imports.undo");
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      trigger={{ label: t("open"), variant: "danger-quiet", size: "sm" }}
    >
      <ActionForm
        action={takeImportBack.bind(null, slug)}
        submitLabel={t("submit")}
        submitVariant="danger"
        successMessage={t("done")}
      >
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </Dialog>
  );
}
