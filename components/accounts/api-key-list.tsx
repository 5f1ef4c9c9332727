import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { revokeApiKeyAction } from "@/lib/accounts/actions/organization";
import type { ApiKeyRow } from "@/lib/accounts/types";
import { formatDate, formatRelative } from "@/lib/platform/i18n/format";

type ApiKeyListProps = { slug: string; keys: readonly ApiKeyRow[]; now: Date };

export async function ApiKeyList({ slug, keys, now }: ApiKeyListProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts.keys"), getLocale()]);
  return (
    <SectionCard id="keys" title={t("list")}>
      {keys.length === 0 && <p className="text-ink2">{t("empty")}</p>}
      <ul className="grid divide-y divide-line">
        {keys.map(({ id, name, scopes, createdAt, lastUsedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
          >
            <div className="grid min-w-0">
              <span className="break-words font-semibold">{name}</span>
              <span className="break-words text-ink2 text-meta">{scopes.join(" · ")}</span>
              <span className="text-caption text-ink2">
                {t("since", { date: formatDate(createdAt, { locale, zone: "UTC" }) })},{" "}
                {lastUsedAt
                  ? t("lastUsed", { when: formatRelative(lastUsedAt, now, locale) })
                  : t("neverUsed")}
              </span>
            </div>
            <ActionForm
              action={revokeApiKeyAction.bind(null, slug)}
              submitLabel={t("revoke")}
              submitVariant="danger-quiet"
              successMessage={t("revoked")}
              className="gap-0"
            >
              <input type="hidden" name="keyId" value={id} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
