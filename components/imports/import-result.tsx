import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import type { ImportView } from "@/lib/imports/types";
import { UndoForm } from "./undo-form";

const tones = { done: "success", failed: "danger", undone: "info" } as const;

/** What came of an import in one sentence, and the way on or back. */
export async function ImportResult({ slug, view }: { slug: string; view: ImportView }) {
  const t = await getTranslations("imports");
  const outcome = view.status === "failed" || view.status === "undone" ? view.status : "done";
  return (
    <Alert
      tone={tones[outcome]}
      title={t(`result.${outcome}`)}
      actions={
        <>
          <LinkButton href={`/t/${slug}/members`} size="sm">
            {t("result.members")}
          </LinkButton>
          <LinkButton href={`/t/${slug}/members/import`} size="sm" variant="quiet">
            {t("result.another")}
          </LinkButton>
          {outcome !== "undone" && <UndoForm slug={slug} id={view.id} />}
        </>
      }
    >
      {t(`result.${outcome}_body`)}
    </Alert>
  );
}
