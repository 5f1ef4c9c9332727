import { Check } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { METERS, type PlanLimits } from "@/lib/plans/catalogue";
import { formatNumber } from "@/lib/platform/i18n/format";

const unlimited = {
  members: "limits.noMembers",
  communities: "limits.noCommunities",
  staff: "limits.noStaff",
  deliveries: "limits.noDeliveries",
} as const;

/** What a plan allows, a line per meter. */
export async function PlanLimitList({ limits }: { limits: PlanLimits }) {
  const [t, locale] = await Promise.all([getTranslations("billing.plans"), getLocale()]);
  return (
    <ul className="grid gap-1.5 text-control">
      {METERS.map((meter) => {
        const limit = limits[meter];
        return (
          <li key={meter} className="flex items-start gap-2">
            <Icon of={Check} size={16} className="mt-0.5 shrink-0 text-mata" />
            {limit === null
              ? t(unlimited[meter])
              : t(`limits.${meter}`, { limit: formatNumber(limit, locale) })}
          </li>
        );
      })}
    </ul>
  );
}
