import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate } from "@/lib/platform/i18n/format";
import { scheduleDeletionAction, undoDeletionAction } from "@/lib/tenant-life/actions";
import { GRACE_DAYS } from "@/lib/tenant-life/rules";
import type { TenantEnd } from "@/lib/tenant-life/types";

type TenantEndProps = { slug: string; name: string; zone: string; end: TenantEnd };

/** For owners alone: handing the tenant to somebody else, and ending it (R2, T5). */
export function TenantEndCards({ slug, name, zone, end }: TenantEndProps) {
  return (
    <>
      {end.dueAt === null && <Ownership slug={slug} />}
      {end.dueAt === null ? (
        <Deletion slug={slug} name={name} end={end} />
      ) : (
        <Undo slug={slug} dueAt={end.dueAt} zone={zone} />
      )}
    </>
  );
}

async function Ownership({ slug }: { slug: string }) {
  const t = await getTranslations("tenantLife.ownership");
  return (
    <SectionCard id="ownership" title={t("title")} description={t("card")}>
      <LinkButton href={`/t/${slug}/settings/ownership`}>{t("move")}</LinkButton>
    </SectionCard>
  );
}

async function Deletion({ slug, name, end }: { slug: string; name: string; end: TenantEnd }) {
  const t = await getTranslations("tenantLife.deletion");
  const { communities, people } = end;
  return (
    <SectionCard id="deletion" title={t("title")} description={t("body", { days: GRACE_DAYS })}>
      <Dialog
        title={t("title")}
        description={t("goes", { communities, people })}
        trigger={{ label: t("submit"), variant: "danger-quiet" }}
      >
        <ActionForm
          action={scheduleDeletionAction.bind(null, slug)}
          submitLabel={t("submit")}
          submitVariant="danger"
        >
          <TextField name="typedName" label={t("label", { name })} autoComplete="off" />
        </ActionForm>
      </Dialog>
    </SectionCard>
  );
}

async function Undo({ slug, dueAt, zone }: { slug: string; dueAt: Date; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("tenantLife.deletion"), getLocale()]);
  return (
    <SectionCard id="deletion" title={t("dueTitle")}>
      <div className="grid gap-4">
        <Alert tone="danger">{t("due", { date: formatDate(dueAt, { locale, zone }) })}</Alert>
        <ActionForm
          action={undoDeletionAction.bind(null, slug)}
          submitLabel={t("undo")}
          submitVariant="primary"
          successMessage={t("undone")}
        >
          {null}
        </ActionForm>
      </div>
    </SectionCard>
  );
}
