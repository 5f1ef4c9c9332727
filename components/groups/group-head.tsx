import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { exactCount } from "@/components/communities/picture";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { meterStage } from "@/components/ui/meter-stage";
import type { Group } from "@/lib/groups/types";

type GroupHeadProps = {
  group: Group;
  /** The address of the room's page. */
  here: string;
  /** How many wait for a place in it (L10). */
  waiting: number;
};

/** What a room is and how full; close to the limit it says the ways out (L11). */
export async function GroupHead({ group, here, waiting }: GroupHeadProps) {
  const t = await getTranslations("groups");
  const count = exactCount(group.memberCount);
  const stage = meterStage(count, group.capacity);
  const params = { max: group.capacity, count: group.capacity - count };
  return (
    <div className="grid gap-3.5">
      <Card className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_260px] sm:items-center">
        <div className="grid gap-1.5">
          <h2 className="break-words">{group.name}</h2>
          {group.description && <p className="max-w-prose text-ink2">{group.description}</p>}
          <p className="flex flex-wrap gap-1.5">
            <Badge>{t(`joinMode.${group.joinMode}`)}</Badge>
            {group.overflow && <Badge tone="info">{t("siblings")}</Badge>}
            {group.archivedAt && <Badge tone="warning">{t("archived")}</Badge>}
          </p>
        </div>
        <Meter label={t("capacity")} value={count} max={group.capacity} />
      </Card>
      {waiting > 0 && (
        <Alert tone="warning" title={t("waiting.title", { count: waiting })}>
          {t("waiting.body")}{" "}
          <Link href={`${here}/waiting`} className="link">
            {t("waiting.see")}
          </Link>
        </Alert>
      )}
      {!group.overflow && !group.archivedAt && (stage === "full" || stage === "tight") && (
        <Alert tone={stage === "full" ? "danger" : "warning"} title={t(`${stage}Title`)}>
          {t(`${stage}Body`, params)}
        </Alert>
      )}
    </div>
  );
}
