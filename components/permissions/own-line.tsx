import { Check } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { PersonPermissions } from "@/lib/permissions/types";
import type { Action } from "@/lib/tenants/permissions";

/** What the signed-in person may do of an action, and where; nothing when they may not. */
export async function OwnLine({ own, action }: { own: PersonPermissions; action: Action }) {
  const [t, format] = await Promise.all([getTranslations("permissions.own"), getFormatter()]);
  const grants = own.permissions.find((permission) => permission.action === action)?.grants ?? [];
  if (grants.length === 0) return null;
  const isEverywhere = grants.some(({ where }) => where === "everywhere");
  const places = grants.flatMap(({ where }) => {
    if (where === "everywhere") return [];
    if (where === "ownThings") return [t("ownThings")];
    return [t(where, { count: own.places[where].length })];
  });
  return (
    <span className="mt-0.5 flex items-start gap-1.5 font-normal text-mata text-meta">
      <Icon of={Check} size={16} className="mt-1 size-3.5 shrink-0" />
      {isEverywhere ? t("everywhere") : t("places", { places: format.list(places) })}
    </span>
  );
}
