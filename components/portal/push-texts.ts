import { getTranslations } from "next-intl/server";
import type { PushTexts } from "./push-here";

/** The words of the button that turns notifications on and off. */
export async function pushTexts(): Promise<PushTexts> {
  const t = await getTranslations("portal.push");
  return {
    turnOn: t("turnOn"),
    turnedOn: t("turnedOn"),
    on: t("on"),
    turnOff: t("turnOff"),
    turnedOff: t("turnedOff"),
    blocked: t("blocked"),
    unsupported: t("unsupported"),
    home_screen: t("homeScreen"),
    failed: t("failed"),
  };
}
