"use client";
import { Share2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

type ShareWordsProps = {
  words: string;
  whatsappUrl: string;
  labels: { copy: string; share: string; whatsapp: string };
};

/** The ways of a text out of the page: the clipboard, WhatsApp, and where the device offers it whatever else it shares with. */
export function ShareWords({ words, whatsappUrl, labels }: ShareWordsProps) {
  const [canShare, setCanShare] = useState(false);
  // What the device can do is known in the browser alone.
  useEffect(() => setCanShare(typeof navigator.share === "function"), []);
  // Closing the sheet without choosing is no error.
  const share = () => navigator.share({ text: words }).catch(() => undefined);
  return (
    <div className="grid gap-2 sm:grid-cols-2 [&>*]:min-h-12 [&>*]:w-full [&>*]:justify-center">
      <CopyButton text={words} label={labels.copy} variant="secondary" size="lg" />
      <LinkButton href={whatsappUrl} variant="secondary" size="lg">
        {labels.whatsapp}
      </LinkButton>
      {canShare && (
        <Button variant="secondary" size="lg" icon={<Icon of={Share2} />} onClick={share}>
          {labels.share}
        </Button>
      )}
    </div>
  );
}
