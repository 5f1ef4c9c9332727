"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SENDING_CHANNELS } from "@/lib/delivery/channel-rules";

type ChannelFieldsProps = { channels: readonly string[]; hasMailServer: boolean };

/** The ways out besides the portal, which always has it (A10). */
export function ChannelFields({ channels, hasMailServer }: ChannelFieldsProps) {
  const t = useTranslations("announcements.compose");
  const outside = SENDING_CHANNELS.filter((channel) => channel !== "in_app");
  return (
    <CheckboxGroupField
      name="channels[]"
      label={t("channels")}
      hint={t("channelHints.in_app")}
      defaultValues={channels}
      options={outside.map((channel) => ({
        value: channel,
        label: t(`channelNames.${channel}`),
        hint: channel === "email" && !hasMailServer ? t("emailLocal") : t(`channelHints.${channel}`),
      }))}
    />
  );
}
