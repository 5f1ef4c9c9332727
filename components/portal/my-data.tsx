import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { SectionCard } from "@/components/ui/card";
import type { MemberView } from "@/lib/members/types";

/** What the organization knows of oneself. */
export async function MyData({ me }: { me: MemberView }) {
  const t = await getTranslations("portal.me");
  return (
    <SectionCard id="data" title={t("data")}>
      <div className="flex items-center gap-3">
        <Avatar name={me.name} size="lg" />
        <p className="min-w-0 break-words font-semibold text-lead">{me.name}</p>
      </div>
      <h3 className="mt-4 font-sans font-semibold text-control">{t("identifiers")}</h3>
      {me.identifiers.length === 0 && <p className="text-ink2">{t("noIdentifiers")}</p>}
      <dl className="mt-1.5 grid gap-2">
        {me.identifiers.map(({ kind, value }) => (
          <div key={`${kind} ${value}`} className="grid">
            <dt className="text-ink2 text-meta">{t(`identifierKinds.${kind}`)}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
