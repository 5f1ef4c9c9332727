import { Pencil, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import { addNoteAction, deleteNoteAction, editNoteAction } from "@/lib/notes/actions";
import type { MemberNote } from "@/lib/notes/types";
import { type ListHrefs, ListLinks } from "./list-links";

type MemberNotesProps = {
  slug: string;
  memberId: string;
  notes: readonly MemberNote[];
  hrefs: ListHrefs;
  /** The staff user who looks: they may change what they wrote. */
  staffId: string;
  zone: string;
};

/** What the team wrote down about a person (P7), newest first, and a place to write. */
export async function MemberNotes({ slug, memberId, notes, hrefs, staffId, zone }: MemberNotesProps) {
  const t = await getTranslations("notes");
  return (
    <SectionCard id="notes" title={t("title")} description={t("description")}>
      <div className="grid gap-5">
        <ActionForm
          action={addNoteAction.bind(null, slug)}
          submitLabel={t("add")}
          submitVariant="secondary"
          resetOnSuccess
          className="gap-3"
        >
          <input type="hidden" name="memberId" value={memberId} />
          <TextareaField name="body" label={t("body")} rows={2} />
        </ActionForm>
        {notes.length === 0 && <p className="text-ink2">{t("none")}</p>}
        <ul className="grid gap-4">
          {notes.map((note) => (
            <li key={note.id} className="grid gap-1 border-line border-t pt-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-ink2 text-meta">
                <span>
                  <span className="font-semibold text-ink">{note.authorName || t("nobody")}</span>
                  {" · "}
                  <Time at={new Date(note.createdAt)} zone={zone} />
                  {note.editedAt && ` · ${t("edited")}`}
                </span>
              </p>
              <p className="whitespace-pre-wrap break-words">{note.body}</p>
              <NoteButtons slug={slug} memberId={memberId} note={note} isOwn={note.authorId === staffId} />
            </li>
          ))}
        </ul>
        <ListLinks hrefs={hrefs} more={t("more")} first={t("first")} />
      </div>
    </SectionCard>
  );
}

type NoteButtonsProps = { slug: string; memberId: string; note: MemberNote; isOwn: boolean };

async function NoteButtons({ slug, memberId, note, isOwn }: NoteButtonsProps) {
  const t = await getTranslations("notes");
  const reference = (
    <>
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="noteId" value={note.id} />
    </>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {isOwn && (
        <Dialog
          title={t("editTitle")}
          trigger={{ label: t("edit"), variant: "quiet", size: "sm", icon: <Icon of={Pencil} size={16} /> }}
        >
          <ActionForm action={editNoteAction.bind(null, slug)} submitLabel={t("save")}>
            {reference}
            <TextareaField name="body" label={t("body")} rows={5} defaultValue={note.body} />
          </ActionForm>
        </Dialog>
      )}
      <Dialog
        title={t("deleteTitle")}
        description={t("deleteBody")}
        trigger={{ label: t("delete"), variant: "quiet", size: "sm", icon: <Icon of={Trash2} size={16} /> }}
      >
        <ActionForm
          action={deleteNoteAction.bind(null, slug)}
          submitLabel={t("delete")}
          submitVariant="danger"
        >
          {reference}
        </ActionForm>
      </Dialog>
    </div>
  );
}
