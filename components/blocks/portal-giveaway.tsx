import { PartyPopper } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { answerBlockAction, withdrawAnswerAction } from "@/lib/blocks/actions";
import { drawPath } from "@/lib/blocks/draw-token";
import { ENTERED } from "@/lib/blocks/rules";
import type { BlockOf } from "@/lib/blocks/schema";
import type { PortalBlockProps } from "./portal-block";

type PortalGiveawayProps = PortalBlockProps & { content: BlockOf<"giveaway"> };

/** A giveaway: the prize, one's number, and where anybody checks the draw (A20). */
export async function PortalGiveaway({ slug, tenantId, view, content }: PortalGiveawayProps) {
  const t = await getTranslations("blocks.giveaway");
  const { block, own, isOpen } = view;
  return (
    <>
      <div className="grid gap-1">
        <h3 className="break-words font-semibold text-reading [overflow-wrap:anywhere]">{content.prize}</h3>
        <p className="text-ink2 text-meta">{t("winners", { count: content.winners })}</p>
        {content.rules && <p className="whitespace-pre-wrap break-words text-meta">{content.rules}</p>}
      </div>
      {own?.wonPlace && (
        <p className="flex items-center gap-2 font-semibold text-mata">
          <Icon of={PartyPopper} /> {t("won")}
        </p>
      )}
      {own?.ticket && <p>{t("ticket", { ticket: own.ticket })}</p>}
      {!isOpen && !block.drawnAt && <p className="text-ink2 text-meta">{t("waiting")}</p>}
      {block.drawnAt && own && !own.wonPlace && <p>{t("lost")}</p>}
      <div className="flex flex-wrap gap-3">
        {isOpen && !own && (
          <ActionForm
            action={answerBlockAction.bind(null, slug)}
            submitLabel={t("enter")}
            successMessage={t("entered")}
          >
            <input type="hidden" name="blockId" value={block.id} />
            <input type="hidden" name="choices[]" value={ENTERED} />
          </ActionForm>
        )}
        {isOpen && own && (
          <ActionForm
            action={withdrawAnswerAction.bind(null, slug)}
            submitLabel={t("leave")}
            submitVariant="secondary"
            successMessage={t("left")}
          >
            <input type="hidden" name="blockId" value={block.id} />
          </ActionForm>
        )}
        <LinkButton href={drawPath(tenantId, block.id)}>{t("check")}</LinkButton>
      </div>
    </>
  );
}
