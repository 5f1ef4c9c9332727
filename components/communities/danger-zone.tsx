import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import type { FormState } from "@/lib/platform/actions/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type DangerZoneProps = {
  id: string;
  reference: { name: string; value: string };
  archive: { title: string; body: string; submit: string; done: string; action: FormAction };
  remove: { title: string; body: string; label: string; submit: string; action: FormAction };
};

/** Archiving, which can be taken back, and deleting, which asks for the name (H6). */
export function DangerZone({ id, reference, archive, remove }: DangerZoneProps) {
  const hidden = <input type="hidden" name={reference.name} value={reference.value} />;
  return (
    <div className="grid max-w-form gap-4">
      <SectionCard id={`${id}-archive`} title={archive.title} description={archive.body}>
        <ActionForm
          action={archive.action}
          submitLabel={archive.submit}
          submitVariant="secondary"
          successMessage={archive.done}
        >
          {hidden}
        </ActionForm>
      </SectionCard>
      <SectionCard id={`${id}-delete`} title={remove.title} description={remove.body}>
        <ActionForm action={remove.action} submitLabel={remove.submit} submitVariant="danger">
          {hidden}
          <TextField name="typedName" label={remove.label} autoComplete="off" />
        </ActionForm>
      </SectionCard>
    </div>
  );
}
