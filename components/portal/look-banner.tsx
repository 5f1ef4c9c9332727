import { Eye } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { endSeeAsAction } from "@/lib/accounts/actions/see-as";

type LookBannerProps = { slug: string; look: { name: string; isConfined: boolean } };

/** Above every page of the portal while somebody looks through a member's eyes (P15): whose, that nothing changes, and the way back. */
export async function LookBanner({ slug, look }: LookBannerProps) {
  const t = await getTranslations("privacy.look");
  return (
    <aside aria-label={t("title")} className="sticky top-0 z-40 border-ipe border-b-2 bg-ipe-soft text-ink">
      <div className="mx-auto flex w-full max-w-[640px] flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
        <Icon of={Eye} className="shrink-0" />
        <p className="min-w-[10rem] grow basis-0 break-words text-meta">
          <strong>{t("as", { name: look.name })}</strong> {t(look.isConfined ? "confined" : "readOnly")}
        </p>
        <ActionForm
          action={endSeeAsAction.bind(null, slug)}
          submitLabel={t("end")}
          submitVariant="secondary"
          className="gap-0"
        />
      </div>
    </aside>
  );
}
