import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm } from "@/components/ui/form";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { headlineOf } from "@/lib/announcements/format/headline";
import { deleteTemplateAction } from "@/lib/templates/actions";
import type { Template } from "@/lib/templates/types";

type TemplateListProps = { slug: string; templates: readonly (Template & { mayChange: boolean })[] };

/** The templates, each with what it begins with and the way into the composer. */
export async function TemplateList({ slug, templates }: TemplateListProps) {
  const t = await getTranslations("announcements");
  const here = `/t/${slug}/announcements`;
  if (templates.length === 0)
    return (
      <EmptyState
        drawing={<HouseDrawing part="megaphone" />}
        title={t("templates.empty")}
        actions={<LinkButton href={`${here}/templates/new`}>{t("templates.new")}</LinkButton>}
      >
        {t("templates.emptyHint")}
      </EmptyState>
    );
  return (
    <ul className="grid gap-3">
      {templates.map(({ id, name, kind, body, block, mayChange }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-surface p-4"
        >
          <div className="grid min-w-0 gap-1">
            <h2 className="break-words text-h3">{name}</h2>
            <p className="max-w-prose break-words text-ink2 text-meta">{headlineOf(body)}</p>
            <p className="text-caption text-ink2">
              {t(`kinds.${kind}`)}
              {block && ` · ${t(`compose.blocks.kinds.${block.kind}`)}`}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <LinkButton size="sm" href={`${here}/new?template=${id}`} variant="primary">
              {t("templates.use")}
            </LinkButton>
            {mayChange && (
              <>
                <LinkButton size="sm" href={`${here}/templates/${id}`}>
                  {t("actions.edit")}
                </LinkButton>
                <DeleteTemplate slug={slug} id={id} name={name} />
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

async function DeleteTemplate({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = await getTranslations("announcements.templates");
  return (
    <Dialog
      title={t("deleteTitle", { name })}
      description={t("deleteBody")}
      trigger={{ label: t("delete"), variant: "danger-quiet", size: "sm" }}
    >
      <ActionForm
        action={deleteTemplateAction.bind(null, slug)}
        submitLabel={t("delete")}
        submitVariant="danger"
      >
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </Dialog>
  );
}
