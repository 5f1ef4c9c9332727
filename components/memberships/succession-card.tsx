import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import type { Succession } from "@/lib/memberships/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import { LoneAlert } from "./lone-alert";

export type SuccessorAction = (previous: FormState, form: FormData) => Promise<FormState>;
export type SuccessionPlace = { communityId: string; groupId: string | null };

type SuccessionCardProps = {
  place: SuccessionPlace;
  succession: Succession;
  activeDays: number;
  action: SuccessorAction;
  /** How one is named where this stands: a search, or the list of people. */
  children?: React.ReactNode;
};

/** Who administers a place, who of them is active, who takes over when the last one goes (H9). */
export async function SuccessionCard({
  place,
  succession,
  activeDays,
  action,
  children,
}: SuccessionCardProps) {
  const t = await getTranslations("succession");
  const { admins, activeAdminCount, successor } = succession;
  return (
    <SectionCard
      id="succession"
      title={t("title")}
      description={t("body", { days: activeDays })}
      className="max-w-form"
    >
      <div className="grid gap-4">
        {activeAdminCount < 2 && <LoneAlert active={activeAdminCount} hasSuccessor={successor !== null} />}
        <ul className="grid divide-y divide-line">
          {admins.map(({ memberId, name, isActive }) => (
            <li key={memberId} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="min-w-0 break-words font-medium">{name}</span>
              <Badge tone={isActive ? "success" : "neutral"}>{t(isActive ? "active" : "away")}</Badge>
            </li>
          ))}
        </ul>
        <div className="grid gap-2">
          <h3 className="font-semibold text-control">{t("heir")}</h3>
          <p className="text-control" data-successor={successor?.memberId ?? ""}>
            {successor ? t("named", { name: successor.name }) : t("noHeir")}
          </p>
          {successor && (
            <ActionForm
              action={action}
              submitLabel={t("clear")}
              submitVariant="danger-quiet"
              successMessage={t("cleared")}
              className="gap-0"
            >
              <PlaceFields place={place} memberId="" />
            </ActionForm>
          )}
        </div>
        {children}
      </div>
    </SectionCard>
  );
}

/** The hidden fields that say of which place, and whom. */
export function PlaceFields({ place, memberId }: { place: SuccessionPlace; memberId: string }) {
  return (
    <>
      <input type="hidden" name="communityId" value={place.communityId} />
      <input type="hidden" name="groupId" value={place.groupId ?? ""} />
      <input type="hidden" name="memberId" value={memberId} />
    </>
  );
}
