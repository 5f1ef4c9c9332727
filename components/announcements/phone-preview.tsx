"use client";
import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MediaItem } from "@/components/media/media-item";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { renderTemplate } from "@/lib/announcements/format/merge-fields";
import { mergeValues } from "@/lib/announcements/rules";
import { BlockPreview } from "./block-preview";
import type { BlockStart } from "./block-start";
import { FormattedText } from "./formatted-text";
import { MediaPreview } from "./media-preview";

type PhonePreviewProps = {
  body: string;
  block: BlockStart;
  media: { items: readonly MediaItem[]; path: string };
  community: string;
  time: string;
};

/** The announcement on a phone, as typed, for an invented member; light or dark. */
export function PhonePreview({ body, block, media, community, time }: PhonePreviewProps) {
  const t = useTranslations("announcements.preview");
  const [isDark, setDark] = useState(false);
  const values = mergeValues({ name: t("sampleName"), community });
  const { text } = renderTemplate(body, values);
  return (
    <section aria-label={t("label")} className="grid content-start gap-3">
      <div
        data-theme={isDark ? "dark" : "light"}
        className="mx-auto flex h-[min(560px,58dvh)] w-full lg:h-[560px] max-w-[340px] flex-col overflow-hidden rounded-[36px] border-8 border-ink bg-papel text-ink"
      >
        <p className="truncate border-line border-b bg-surface px-4 py-3 text-center text-meta">
          {t("space", { community })}
        </p>
        <div className="grow overflow-y-auto p-3">
          <div
            className={cx(
              "ml-auto max-w-[94%] rounded-card rounded-br-none bg-bolha-out px-3 py-2 text-body text-ink break-words",
              text === "" && "text-ink2",
            )}
          >
            <MediaPreview items={media.items} mediaPath={media.path} />
            {text === "" ? <p>{t("empty")}</p> : <FormattedText text={text} />}
            <p className="mt-1 text-right text-caption text-ink2">{time}</p>
          </div>
          {block.kind !== "" && <BlockPreview block={block} />}
        </div>
      </div>
      <div className="flex justify-center">
        <IconButton
          label={isDark ? t("light") : t("dark")}
          icon={<Icon of={isDark ? Sun : Moon} size={20} />}
          onClick={() => setDark(!isDark)}
        />
      </div>
    </section>
  );
}
