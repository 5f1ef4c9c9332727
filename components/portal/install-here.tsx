"use client";
import { Smartphone } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { canInstall, install, onInstallOffer } from "./install-prompt";

type InstallHereProps = { label: string; homeScreen: string; installed: string; elsewhere: string };

/** Aldeia among the apps of the device, as this browser does it. */
export function InstallHere({ label, homeScreen, installed, elsewhere }: InstallHereProps) {
  const isOffered = useSyncExternalStore(onInstallOffer, canInstall, () => false);
  const words = useSyncExternalStore(
    () => () => undefined,
    () => {
      if (window.matchMedia("(display-mode: standalone)").matches) return installed;
      return /iPhone|iPad/.test(navigator.userAgent) ? homeScreen : elsewhere;
    },
    () => null,
  );
  if (isOffered)
    return (
      <Button size="lg" icon={<Icon of={Smartphone} />} onClick={() => install()}>
        {label}
      </Button>
    );
  return <p className="min-h-11 text-ink2">{words}</p>;
}
