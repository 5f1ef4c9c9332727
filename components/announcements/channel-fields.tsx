"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SENDING_CHANNELS } from "@/lib/delivery/channel-rules";

type ChannelFieldsProps = {
  channels: readonly string[];
  /** What goes out for real; else it stays on this machine, and that is said. */
  isReal: { email: boolean; whatsapp: boolean };
};

/** The ways out besides the portal, which always has it (A10). */
export function ChannelFields({ channels, isReal }: ChannelFieldsProps) {
  const t = useTranslations("announcements.compose");
  const outside = SENDING_CHANNELS.filter((channel) => channel !== "in_app");
  const local = { email: t("emailLocal"), whatsapp: t("whatsappLocal") };
  const hintOf = (channel: (typeof outside)[number]) =>
    (channel === "email" || channel === "whatsapp") && !isReal[channel]
      ? local[channel]
      : t(`channelHints.${channel}`);
  return (
    <CheckboxGroupField
      name="channels[]"
      label={t("channels")}
      hint={t("channelHints.in_app")}
      defaultValues={channels}
      options={outside.map((channel) => ({
        value: channel,
        label: t(`channelNames.${channel}`),
        hint: hintOf(channel),
      }))}
    />
  );
}
