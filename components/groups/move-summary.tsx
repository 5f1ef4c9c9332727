import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Meter } from "@/components/ui/meter";
import { moveGroupAction } from "@/lib/groups/actions";
import type { MovePreview } from "@/lib/groups/types";

type MoveSummaryProps = { slug: string; group: { id: string; name: string }; preview: MovePreview };

/** What the move would do, and the button; a limit that forbids it is named with the ways out (H5, L11). */
export async function MoveSummary({ slug, group, preview }: MoveSummaryProps) {
  const t = await getTranslations("groups.move");
  const { to, people, newcomers, leavers, banned } = preview;
  const noRoom = to.groupCount >= to.groupLimit;
  const noPlace = to.memberCount + newcomers > to.memberLimit;
  return (
    <SectionCard id="summary" title={t("summary", { to: to.name })}>
      <div className="grid gap-4">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>{t("people", { count: people })}</li>
          <li>{t("newcomers", { count: newcomers, to: to.name })}</li>
          <li>{t("leavers", { count: leavers })}</li>
          {banned > 0 && <li>{t("banned", { count: banned })}</li>}
          <li>{t("along")}</li>
        </ul>
        <Meter
          label={t("groupsThere", { to: to.name })}
          value={Math.min(to.groupLimit, to.groupCount + 1)}
          max={to.groupLimit}
        />
        <Meter
          label={t("peopleThere", { to: to.name })}
          value={Math.min(to.memberLimit, to.memberCount + newcomers)}
          max={to.memberLimit}
        />
        {noRoom && (
          <Alert tone="danger" title={t("noRoomTitle")}>
            {t("noRoomBody", { to: to.name, max: to.groupLimit })}
          </Alert>
        )}
        {!noRoom && noPlace && (
          <Alert tone="danger" title={t("noPlaceTitle")}>
            {t("noPlaceBody", {
              to: to.name,
              max: to.memberLimit,
              count: to.memberCount + newcomers - to.memberLimit,
            })}
          </Alert>
        )}
        {!noRoom && !noPlace && (
          <ActionForm
            action={moveGroupAction.bind(null, slug)}
            submitLabel={t("submit", { name: group.name, to: to.name })}
          >
            <input type="hidden" name="groupId" value={group.id} />
            <input type="hidden" name="communityId" value={to.id} />
          </ActionForm>
        )}
      </div>
    </SectionCard>
  );
}
