"use client";
import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { useUiTexts } from "./ui-texts";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is given by a client component. */
  trigger?: { label: string; variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };
  open?: boolean;
  onClose?: () => void;
  /** `drawer` slides in from the right on wide screens. On phones every dialog is a sheet from below. */
  kind?: "dialog" | "drawer";
  children: ReactNode;
};

/** The platform's own modal dialog: traps and returns focus, closes by Escape and by a press beside it. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onClose,
  kind = "dialog",
  children,
}: DialogProps) {
  const id = useId();
  const texts = useUiTexts();
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open === undefined) return;
    if (open && !box.current?.open) show(box.current);
    if (!open) box.current?.close();
  }, [open]);

  return (
    <>
      {trigger && (
        <Button
          variant={trigger.variant}
          size={trigger.size}
          icon={trigger.icon}
          onClick={() => show(box.current)}
        >
          {trigger.label}
        </Button>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a modal dialog by Escape, natively */}
      <dialog
        ref={box}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-description` : undefined}
        onClose={onClose}
        onClick={closeBeside}
        className={cx("sheet", kind === "drawer" && "sheet-drawer")}
      >
        <div className="grid gap-5 p-5 sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <div className="grid gap-1">
              <h2 id={`${id}-title`}>{title}</h2>
              {description && (
                <p id={`${id}-description`} className="text-ink2">
                  {description}
                </p>
              )}
            </div>
            <IconButton
              label={texts.close}
              icon={<Icon of={X} />}
              className="-mt-1.5 -mr-2"
              onClick={() => box.current?.close()}
            />
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}

/** Opens it with the cursor where one would write; without a field the platform takes the first control, "close". */
function show(box: HTMLDialogElement | null) {
  box?.showModal();
  box?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
}

function closeBeside(event: MouseEvent<HTMLDialogElement>) {
  if (event.target === event.currentTarget) event.currentTarget.close();
}
