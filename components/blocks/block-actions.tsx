import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { closeBlockAction, drawWinnersAction } from "@/lib/blocks/actions";
import { drawPath } from "@/lib/blocks/draw-token";
import type { BlockResults } from "@/lib/blocks/types";

type BlockActionsProps = {
  slug: string;
  tenantId: string;
  block: BlockResults;
  /** The answers before the reader's eyes: whom they may write to. */
  choice: string | undefined;
};

/** What can be done with the answers: write to these people, end them, draw. */
export async function BlockActions({ slug, tenantId, block, choice }: BlockActionsProps) {
  const t = await getTranslations("blocks");
  const compose = (given: Record<string, string>) =>
    `/t/${slug}/announcements/new?${new URLSearchParams({ answered: block.id, ...given })}`;
  const isGiveaway = block.kind === "giveaway";
  const id = <input type="hidden" name="blockId" value={block.id} />;
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={compose(choice ? { choice } : {})}>{t("results.write")}</LinkButton>
      <LinkButton href={compose({ hasNot: "1" })}>{t("results.writeOthers")}</LinkButton>
      {isGiveaway && <LinkButton href={drawPath(tenantId, block.id)}>{t("giveaway.check")}</LinkButton>}
      {block.isOpen && block.kind !== "button" && (
        <Dialog
          title={t("results.closeTitle")}
          description={t("results.closeBody")}
          trigger={{ label: t("results.close"), variant: "danger-quiet" }}
        >
          <ActionForm
            action={closeBlockAction.bind(null, slug)}
            submitLabel={t("results.close")}
            submitVariant="danger"
            successMessage={t("results.closed")}
          >
            {id}
          </ActionForm>
        </Dialog>
      )}
      {isGiveaway && !block.isOpen && !block.drawnAt && (
        <Dialog
          title={t("results.drawTitle")}
          description={t("results.drawBody")}
          trigger={{ label: t("results.draw"), variant: "primary" }}
        >
          <ActionForm
            action={drawWinnersAction.bind(null, slug)}
            submitLabel={t("results.draw")}
            successMessage={t("results.drawn")}
          >
            {id}
          </ActionForm>
        </Dialog>
      )}
    </div>
  );
}
