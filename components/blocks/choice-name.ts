import { getTranslations } from "next-intl/server";
import { WON } from "@/lib/blocks/rules";
import type { BlockContent } from "@/lib/blocks/schema";

/** What a choice of a block is called: of a poll the option's own words. */
export async function choiceNames(content: BlockContent): Promise<(choice: string) => string> {
  const t = await getTranslations("blocks");
  return (choice) => {
    if (choice === WON) return t("results.winners");
    switch (content.kind) {
      case "poll":
        return content.options[Number(choice)] ?? choice;
      case "event":
        return t(`event.${choice as "yes"}`);
      case "giveaway":
        return t("results.in");
      case "button":
        return t("results.pressed");
      case "feedback":
        return choice;
    }
  };
}
