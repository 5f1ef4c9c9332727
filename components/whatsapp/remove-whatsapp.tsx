import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { disconnectWhatsappAction } from "@/lib/whatsapp/actions";

/** Takes the number away, with what that means. */
export async function RemoveWhatsapp({ slug }: { slug: string }) {
  const t = await getTranslations("whatsapp");
  return (
    <div>
      <Dialog
        title={t("removeTitle")}
        description={t("removeBody")}
        trigger={{ label: t("remove"), variant: "danger-quiet" }}
      >
        <ActionForm
          action={disconnectWhatsappAction.bind(null, slug)}
          submitLabel={t("removeSubmit")}
          submitVariant="danger"
          successMessage={t("removed")}
        >
          {null}
        </ActionForm>
      </Dialog>
    </div>
  );
}
