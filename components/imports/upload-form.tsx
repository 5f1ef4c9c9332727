import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { FileField, SelectField } from "@/components/ui/form-fields";
import { uploadImport } from "@/lib/imports/actions";
import type { CommunityPlaces } from "@/lib/imports/types";
import { DropArea } from "./drop-area";
import { placeOptions } from "./place-options";

/** The file, and where its people go. Nothing is written before the next screen. */
export async function UploadForm({ slug, places }: { slug: string; places: readonly CommunityPlaces[] }) {
  const t = await getTranslations("imports");
  return (
    <ActionForm action={uploadImport.bind(null, slug)} submitLabel={t("upload.submit")}>
      <DropArea>
        <FileField
          name="file"
          label={t("upload.file")}
          hint={t("upload.fileHint")}
          accept=".csv,.txt,.zip,.xlsx,text/csv,text/plain"
          required
        />
      </DropArea>
      <SelectField
        name="groupId"
        label={t("upload.place")}
        hint={t("upload.placeHint")}
        options={placeOptions(places)}
        placeholder={t("place.none")}
      />
    </ActionForm>
  );
}
