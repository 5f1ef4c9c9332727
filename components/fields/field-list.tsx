import { ArrowDown, ArrowUp } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { CountedTextField } from "@/components/ui/counted-fields";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { CheckboxField } from "@/components/ui/form-choices";
import { TextareaField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { MoveButton } from "@/components/ui/move-button";
import { deleteFieldAction, moveFieldAction, updateFieldAction } from "@/lib/fields/actions";
import { FIELD_LIMITS } from "@/lib/fields/rules";
import type { CountedField } from "@/lib/fields/types";

/** The fields in their order, each with its buttons. */
export async function FieldList({ slug, fields }: { slug: string; fields: readonly CountedField[] }) {
  const t = await getTranslations("fields");
  if (fields.length === 0) return <p className="text-ink2">{t("none")}</p>;
  return (
    <ol className="grid gap-3">
      {fields.map((field, index) => (
        <li
          key={field.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line bg-surface p-4"
        >
          <div className="grid min-w-0 gap-1">
            <span className="flex flex-wrap items-center gap-2 font-semibold">
              <span className="break-words">{field.name}</span>
              <Badge>{t(`kinds.${field.kind}`)}</Badge>
            </span>
            <span className="break-words text-ink2 text-meta">
              {t("people", { count: field.memberCount })}
              {field.key !== field.name && ` · ${t("keyIs", { key: field.key })}`}
              {field.options.length > 0 && ` · ${field.options.join(", ")}`}
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-1">
            <MoveButton
              action={moveFieldAction.bind(null, slug)}
              of={{ id: field.id }}
              by={-1}
              label={t("up", { name: field.name })}
              icon={<Icon of={ArrowUp} />}
              disabled={index === 0}
            />
            <MoveButton
              action={moveFieldAction.bind(null, slug)}
              of={{ id: field.id }}
              by={1}
              label={t("down", { name: field.name })}
              icon={<Icon of={ArrowDown} />}
              disabled={index === fields.length - 1}
            />
            <EditField slug={slug} field={field} />
            <DeleteField slug={slug} field={field} />
          </div>
        </li>
      ))}
    </ol>
  );
}

async function EditField({ slug, field }: { slug: string; field: CountedField }) {
  const t = await getTranslations("fields");
  return (
    <Dialog title={t("editTitle", { name: field.name })} trigger={{ label: t("edit"), size: "sm" }}>
      <ActionForm action={updateFieldAction.bind(null, slug)} submitLabel={t("save")}>
        <input type="hidden" name="id" value={field.id} />
        <CountedTextField
          name="name"
          label={t("name")}
          defaultValue={field.name}
          maxGraphemes={FIELD_LIMITS.keyGraphemes}
        />
        {field.kind === "choice" && (
          <TextareaField
            name="options"
            label={t("options")}
            hint={t("optionsHint")}
            defaultValue={field.options.join("\n")}
            rows={6}
          />
        )}
      </ActionForm>
    </Dialog>
  );
}

async function DeleteField({ slug, field }: { slug: string; field: CountedField }) {
  const t = await getTranslations("fields");
  return (
    <Dialog
      title={t("deleteTitle", { name: field.name })}
      description={t("deleteBody", { count: field.memberCount })}
      trigger={{ label: t("delete"), variant: "danger-quiet", size: "sm" }}
    >
      <ActionForm
        action={deleteFieldAction.bind(null, slug)}
        submitLabel={t("deleteSubmit")}
        submitVariant="danger"
      >
        <input type="hidden" name="id" value={field.id} />
        {field.memberCount > 0 && (
          <CheckboxField name="values" label={t("deleteValues", { count: field.memberCount })} />
        )}
      </ActionForm>
    </Dialog>
  );
}
