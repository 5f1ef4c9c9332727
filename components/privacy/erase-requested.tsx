import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { completeRequestAction } from "@/lib/privacy/actions";
import type { PrivacyRequest } from "@/lib/privacy/types";

/** The erasure itself: says what goes and what stays before it goes. */
export async function EraseRequested({ slug, request }: { slug: string; request: PrivacyRequest }) {
  const t = await getTranslations("privacy.handle");
  return (
    <SectionCard id="erase" title={t("eraseTitle")} description={t("eraseBody")}>
      <Dialog
        title={t("eraseConfirm", { name: request.name ?? "" })}
        description={t("eraseBody")}
        trigger={{ label: t("erase"), variant: "danger" }}
      >
        <ActionForm
          action={completeRequestAction.bind(null, slug)}
          submitLabel={t("erase")}
          submitVariant="danger"
          successMessage={t("completed")}
        >
          <input type="hidden" name="requestId" value={request.id} />
        </ActionForm>
      </Dialog>
    </SectionCard>
  );
}
