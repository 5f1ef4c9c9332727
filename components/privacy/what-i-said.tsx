import { getTranslations } from "next-intl/server";
import { ListLinks } from "@/components/members/list-links";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { ConsentEntry } from "@/lib/consent/types";
import type { Page } from "@/lib/platform/http/cursor";

type WhatISaidProps = { page: Page<ConsentEntry>; here: string; isFirstPage: boolean; zone: string };

/** One's own part of the ledger, newest first: each yes and no, for what, when and by which text (P16). */
export async function WhatISaid({ page, here, isFirstPage, zone }: WhatISaidProps) {
  const [t, words, register, ui] = await Promise.all([
    getTranslations("privacy.mine"),
    getTranslations("consent"),
    getTranslations("privacy.register"),
    getTranslations("ui"),
  ]);
  return (
    <SectionCard id="said" title={t("said")} description={t("saidHint")}>
      {page.data.length === 0 && <p className="text-ink2">{t("nothingSaid")}</p>}
      <ul className="grid gap-3">
        {page.data.map(({ at, channel, purpose, granted, wordingVersion }) => (
          <li key={`${at}${channel}${purpose}`} className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={granted ? "success" : "danger"} shape={granted ? "full" : "cross"}>
                {t(granted ? "yes" : "no")}
              </Badge>
              {words(`channels.${channel}`)} · {words(`purposes.${purpose}`)}
            </span>
            <span className="text-ink2 text-meta">
              <Time at={new Date(at)} zone={zone} />
              {wordingVersion && ` · ${register("wording", { version: wordingVersion })}`}
            </span>
          </li>
        ))}
      </ul>
      <ListLinks
        hrefs={{
          more: page.nextCursor && `${here}?said=${page.nextCursor}#said`,
          first: isFirstPage ? null : `${here}#said`,
        }}
        more={ui("more")}
        first={ui("firstPage")}
      />
    </SectionCard>
  );
}
