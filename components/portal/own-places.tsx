import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopWaitingAction } from "@/lib/groups/portal-actions";

type OwnPlacesProps = {
  slug: string;
  places: readonly { groupId: string; name: string; position: number }[];
};

/** The queues one stands in, with one's place, and the way out of them (L10). */
export async function OwnPlaces({ slug, places }: OwnPlacesProps) {
  const t = await getTranslations("portal.queue");
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="queue" className="grid gap-2.5">
      <h2 id="queue" className="text-h3">
        {t("title")}
      </h2>
      <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {places.map(({ groupId, name, position }) => (
          <li key={groupId} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <div className="grid min-w-[9rem] grow basis-0">
              <p className="break-words font-semibold">{name}</p>
              <p className="text-ink2 text-meta">{t("place", { position })}</p>
            </div>
            <ActionForm action={stopWaitingAction.bind(null, slug)} successMessage={t("left")}>
              <input type="hidden" name="groupId" value={groupId} />
              <fieldset aria-label={t("leaveOf", { name })}>
                <SubmitButton variant="quiet" size="sm">
                  {t("leave")}
                </SubmitButton>
              </fieldset>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
