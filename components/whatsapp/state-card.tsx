import { getLocale, getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { formatNumber } from "@/lib/platform/i18n/format";
import { checkWhatsappAction } from "@/lib/whatsapp/actions";
import type { AccountView } from "@/lib/whatsapp/types";

const TONES: Record<AccountView["state"], Tone> = {
  local: "info",
  unchecked: "neutral",
  ready: "success",
  refused: "danger",
  unreachable: "warning",
  template_missing: "warning",
};

/** How the connection is, in one word and with the way out; without a number, that nothing reaches anybody. */
export async function StateCard({
  slug,
  account,
  zone,
}: {
  slug: string;
  account: AccountView;
  zone: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("whatsapp"), getLocale()]);
  const { state, displayPhone, checkedAt, heardAt, usedToday, perDay, isLocal } = account;
  const when = (at: Date | null) => (at ? <Time at={at} zone={zone} /> : t("never"));
  const lines = [
    ...(displayPhone ? [{ key: "number", value: displayPhone }] : []),
    {
      key: "today",
      value: t("todayOf", { used: usedToday, limit: perDay ?? -1, most: formatNumber(perDay ?? 0, locale) }),
    },
    ...(isLocal
      ? []
      : [
          { key: "checked", value: when(checkedAt) },
          { key: "heard", value: when(heardAt) },
        ]),
  ] as const;
  return (
    <SectionCard
      id="state"
      title={t("connection")}
      actions={<Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>}
    >
      <p>{t(`stateHints.${state}`)}</p>
      <dl className="mt-3 grid gap-2">
        {lines.map(({ key, value }) => (
          <div key={key} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink2">{t(key as "today")}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {!isLocal && (
        <ActionForm
          action={checkWhatsappAction.bind(null, slug)}
          submitLabel={t("check")}
          submitVariant="secondary"
          successMessage={t("checkedDone")}
          className="mt-4"
        >
          {null}
        </ActionForm>
      )}
    </SectionCard>
  );
}
