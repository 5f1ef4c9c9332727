"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SENDING_CHANNELS } from "@/lib/delivery/channel-rules";

type ChannelFieldsProps = {
  channels: readonly string[];
  /** What goes out for real; else it stays on this machine, and that is said. */
  isReal: { email: boolean; whatsapp: boolean };
  /** Whether something is shown: then each channel says how much of it it shows. */
  hasMedia: boolean;
};

/** The ways out besides the portal, which always has it (A10). */
export function ChannelFields({ channels, isReal, hasMedia }: ChannelFieldsProps) {
  const t = useTranslations("announcements.compose");
  const outside = SENDING_CHANNELS.filter((channel) => channel !== "in_app");
  const local = { email: t("emailLocal"), whatsapp: t("whatsappLocal") };
  const howOf = (channel: (typeof outside)[number]) =>
    (channel === "email" || channel === "whatsapp") && !isReal[channel]
      ? local[channel]
      : t(`channelHints.${channel}`);
  const hintOf = (channel: (typeof outside)[number]) =>
    hasMedia ? `${howOf(channel)} ${t(`mediaHints.${channel}`)}` : howOf(channel);
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
