import { getLocale, getTranslations } from "next-intl/server";
import type { PortalBlock } from "@/lib/blocks/types";
import { formatDateTime } from "@/lib/platform/i18n/format";
import { PortalButton } from "./portal-button";
import { PortalEvent } from "./portal-event";
import { PortalFeedback } from "./portal-feedback";
import { PortalGiveaway } from "./portal-giveaway";
import { PortalPoll } from "./portal-poll";

export type PortalBlockProps = { slug: string; tenantId: string; view: PortalBlock; zone: string };

/** What an announcement asks of its reader, and what they answered. */
export async function PortalBlockCard(props: PortalBlockProps) {
  const [t, locale] = await Promise.all([getTranslations("blocks"), getLocale()]);
  const { block, isOpen } = props.view;
  const until =
    block.closesAt && isOpen
      ? t("open.until", { at: formatDateTime(block.closesAt, { locale, zone: props.zone }) })
      : t(isOpen ? "open.always" : "open.closed");
  return (
    <div className="grid gap-3 rounded-control border border-line bg-sunken p-3 sm:p-4">
      {block.kind !== "button" && (
        <p className="flex flex-wrap justify-between gap-x-3 text-ink2 text-meta">
          <span className="font-semibold">{t(`kinds.${block.kind}`)}</span>
          <span>{until}</span>
        </p>
      )}
      <Content {...props} />
    </div>
  );
}

function Content(props: PortalBlockProps) {
  const { content } = props.view.block;
  switch (content.kind) {
    case "poll":
      return <PortalPoll {...props} content={content} />;
    case "event":
      return <PortalEvent {...props} content={content} />;
    case "giveaway":
      return <PortalGiveaway {...props} content={content} />;
    case "feedback":
      return <PortalFeedback {...props} content={content} />;
    case "button":
      return <PortalButton {...props} content={content} />;
  }
}
