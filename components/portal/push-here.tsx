"use client";
import { BellOff, BellRing } from "lucide-react";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { runAction } from "@/components/ui/run-action";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { FormState } from "@/lib/platform/actions/form-state";
import { turnOffPushAction, turnOnPushAction } from "@/lib/push/actions";
import { lookAround, ownMark, type PushStanding, subscribe } from "./push-browser";

export type PushTexts = Record<
  | "turnOn"
  | "turnedOn"
  | "on"
  | "turnOff"
  | "turnedOff"
  | "blocked"
  | "unsupported"
  | "home_screen"
  | "failed",
  string
>;

type PushHereProps = {
  slug: string;
  publicKey: string;
  devices: readonly { id: string; mark: string }[];
  texts: PushTexts;
};

/** Notifications on the device that one holds: off until one presses, and then asked by the browser itself. */
export function PushHere({ slug, publicKey, devices, texts }: PushHereProps) {
  const [standing, setStanding] = useState<PushStanding | null>(null);
  const [pending, startTransition] = useTransition();
  const { offline, failed } = useUiTexts();
  const marks = devices.map(({ mark }) => mark).join(" ");
  // The browser's own state of permission and subscription.
  useEffect(() => {
    lookAround(marks.split(" ")).then(setStanding, () => setStanding("unsupported"));
  }, [marks]);

  const told = (state: FormState, message: string) => {
    if (state.ok === false) showToast(state.message ?? failed, "error");
    else showToast(message);
  };
  const turnOn = () =>
    startTransition(async () => {
      try {
        const form = await subscribe(publicKey);
        if (form) told(await runAction(() => turnOnPushAction(slug, {}, form), offline), texts.turnedOn);
        else setStanding(await lookAround([]));
      } catch {
        // The browser has no push service, or none that answers.
        showToast(texts.failed, "error");
      }
    });
  const turnOff = () =>
    startTransition(async () => {
      const mark = await ownMark();
      const form = new FormData();
      form.set("id", devices.find((device) => device.mark === mark)?.id ?? "");
      told(await runAction(() => turnOffPushAction(slug, {}, form), offline), texts.turnedOff);
    });

  if (standing === "off")
    return (
      <Button size="lg" icon={<Icon of={BellRing} />} onClick={turnOn} disabled={pending}>
        {texts.turnOn}
      </Button>
    );
  if (standing === "on")
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{texts.on}</p>
        <Button
          variant="secondary"
          size="lg"
          icon={<Icon of={BellOff} />}
          onClick={turnOff}
          disabled={pending}
        >
          {texts.turnOff}
        </Button>
      </div>
    );
  return <p className="min-h-11 text-ink2">{standing ? texts[standing] : null}</p>;
}
