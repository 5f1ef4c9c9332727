import { ArrowDown, ArrowUp } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { MoveButton } from "@/components/ui/move-button";
import { moveChannelAction } from "@/lib/consent/actions";
import type { ConsentChoices, SingleChannel } from "@/lib/consent/types";

type ChannelOrderProps = { slug: string; order: readonly SingleChannel[]; choices: ConsentChoices };

/** By which channel one would rather be told: each announcement comes once, by the first that it can use (A4, A10). */
export async function ChannelOrder({ slug, order, choices }: ChannelOrderProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.mine"),
    getTranslations("consent.channels"),
  ]);
  return (
    <SectionCard id="channel-order" title={t("order")} description={t("orderHint")}>
      <ol className="grid gap-2">
        {order.map((channel, index) => (
          <li
            key={channel}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-line px-3 py-1"
          >
            <span aria-hidden className="w-5 text-ink2 tabular-nums">
              {index + 1}
            </span>
            <span className="grid min-w-0 grow basis-0">
              <span className="wrap-anywhere">{words(channel)}</span>
              {!choices.announcements.includes(channel) && (
                <span className="text-ink2 text-meta">{t("orderOff")}</span>
              )}
            </span>
            <span className="flex">
              <MoveButton
                action={moveChannelAction.bind(null, slug)}
                of={{ channel }}
                by={-1}
                label={t("orderUp", { channel: words(channel) })}
                icon={<Icon of={ArrowUp} />}
                disabled={index === 0}
              />
              <MoveButton
                action={moveChannelAction.bind(null, slug)}
                of={{ channel }}
                by={1}
                label={t("orderDown", { channel: words(channel) })}
                icon={<Icon of={ArrowDown} />}
                disabled={index === order.length - 1}
              />
            </span>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
