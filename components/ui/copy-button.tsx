"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { Icon } from "./icon";
import { showToast } from "./show-toast";
import { useUiTexts } from "./ui-texts";

type CopyButtonProps = {
  text: string;
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
};

/** Copies and says so; both words share one cell so nothing moves. */
export function CopyButton({ text, label, variant, size, className }: CopyButtonProps) {
  const texts = useUiTexts();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => showToast(texts.copyFailed, "error"),
    );

  return (
    <Button
      variant={variant}
      size={size}
      className={className}
      icon={<Icon of={copied ? Check : Copy} size={16} />}
      onClick={copy}
    >
      <span aria-live="polite" className="grid [&>*]:col-start-1 [&>*]:row-start-1">
        <span className={copied ? "invisible" : ""}>{label ?? texts.copy}</span>
        <span className={copied ? "" : "invisible"}>{texts.copied}</span>
      </span>
    </Button>
  );
}
