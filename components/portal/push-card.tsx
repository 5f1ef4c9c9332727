import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { turnOffPushAction } from "@/lib/push/actions";
import type { OwnDevice } from "@/lib/push/types";
import { PushHere } from "./push-here";
import { pushTexts } from "./push-texts";

type PushCardProps = { slug: string; publicKey: string; devices: readonly OwnDevice[]; zone: string };

/** On which devices one is told of announcements; asking is left to the press of a button. */
export async function PushCard({ slug, publicKey, devices, zone }: PushCardProps) {
  const t = await getTranslations("portal.push");
  return (
    <SectionCard id="push" title={t("title")} description={t("description")}>
      <PushHere
        slug={slug}
        publicKey={publicKey}
        devices={devices.map(({ id, mark }) => ({ id, mark }))}
        texts={await pushTexts()}
      />
      {devices.length > 0 && (
        <>
          <h3 className="mt-4 font-sans font-semibold text-control">{t("devices")}</h3>
          <ul className="mt-1.5 grid gap-2">
            {devices.map(({ id, device, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                <p className="grid min-w-0">
                  <span className="break-words font-medium">{device || t("unnamed")}</span>
                  <span className="text-ink2 text-meta">
                    {t.rich("since", { date: () => <Time at={createdAt} zone={zone} kind="date" /> })}
                  </span>
                </p>
                <ActionForm
                  action={turnOffPushAction.bind(null, slug)}
                  submitLabel={t("remove")}
                  submitVariant="danger-quiet"
                  successMessage={t("turnedOff")}
                >
                  <input type="hidden" name="id" value={id} />
                </ActionForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </SectionCard>
  );
}
