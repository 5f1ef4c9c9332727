import { getTranslations } from "next-intl/server";
import type { CommunityFormTexts } from "./community-form";
import type { IconTexts } from "./icon-field";

/** The words of the form, for the part of it that runs in the browser. */
export async function communityFormTexts(): Promise<{ texts: CommunityFormTexts; iconTexts: IconTexts }> {
  const t = await getTranslations("communities");
  return {
    texts: {
      name: t("form.name"),
      namePlaceholder: t("form.namePlaceholder"),
      description: t("form.description"),
      descriptionHint: t("form.descriptionHint"),
      icon: t("form.icon"),
      preview: t("form.preview"),
      previewName: t("form.previewName"),
      previewBody: t("form.previewBody"),
    },
    iconTexts: {
      choose: t("icon.choose"),
      emoji: t("icon.emoji"),
      library: t("icon.library"),
      image: t("icon.image"),
      other: t("icon.other"),
      search: t("icon.search"),
      searchNone: t("icon.searchNone"),
      tile: t("icon.tile"),
      tileNumbers: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => t("icon.tileNumber", { number })),
      upload: t("icon.upload"),
      camera: t("icon.camera"),
      uploadHint: t("icon.uploadHint"),
    },
  };
}
