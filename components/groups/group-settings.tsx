import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DangerZone } from "@/components/communities/danger-zone";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { WhatGoes } from "@/lib/communities/types";
import {
  archiveGroupAction,
  deleteGroupAction,
  restoreGroupAction,
  updateGroupAction,
} from "@/lib/groups/actions";
import type { Group } from "@/lib/groups/types";
import type { Limits } from "@/lib/tenants/limits";
import { GroupFields } from "./group-fields";

type GroupSettingsProps = {
  slug: string;
  /** The address of the room's page. */
  here: string;
  group: Group;
  limits: Limits;
  goes: WhatGoes;
};

/** Everything that can be changed about a room, folded away below its people. */
export async function GroupSettings({ slug, here, group, limits, goes }: GroupSettingsProps) {
  const t = await getTranslations("groups");
  const archiving = group.archivedAt
    ? {
        title: t("archive.restore"),
        body: t("archive.restoreBody"),
        submit: t("archive.restore"),
        done: t("archive.restored"),
      }
    : {
        title: t("archive.title"),
        body: t("archive.body", { max: limits.communityGroups }),
        submit: t("archive.submit"),
        done: t("archive.done"),
      };
  return (
    <details className="group/settings">
      <summary className="flex cursor-pointer items-center gap-2 rounded-control py-2 font-semibold text-lead">
        <Icon of={ChevronRight} className="transition-transform duration-120 group-open/settings:rotate-90" />
        {t("settings")}
      </summary>
      <div className="grid gap-4 pt-3">
        {!group.archivedAt && (
          <SectionCard id="group-settings" title={group.name} className="max-w-form">
            <ActionForm
              action={updateGroupAction.bind(null, slug)}
              submitLabel={t("save")}
              successMessage={t("saved")}
            >
              <input type="hidden" name="groupId" value={group.id} />
              <GroupFields limits={limits} group={group} />
            </ActionForm>
          </SectionCard>
        )}
        {!group.archivedAt && <WaysOut here={here} />}
        <DangerZone
          id="group"
          reference={{ name: "groupId", value: group.id }}
          archive={{
            ...archiving,
            action: (group.archivedAt ? restoreGroupAction : archiveGroupAction).bind(null, slug),
          }}
          remove={{
            title: t("delete.title"),
            body: t("delete.body", { ...goes, members: goes.people }),
            label: t("delete.label", { name: group.name }),
            submit: t("delete.submit"),
            action: deleteGroupAction.bind(null, slug),
          }}
        />
      </div>
    </details>
  );
}

/** A room that is too full, or in the wrong house: both open a page that tells first what would change. */
async function WaysOut({ here }: { here: string }) {
  const t = await getTranslations("groups");
  return (
    <div className="grid max-w-form gap-4">
      {(["split", "move"] as const).map((way) => (
        <SectionCard
          key={way}
          id={`group-${way}`}
          title={t(`${way}.link`)}
          description={t(`${way}.linkBody`)}
        >
          <LinkButton href={`${here}/${way}`}>{t(`${way}.link`)}</LinkButton>
        </SectionCard>
      ))}
    </div>
  );
}
