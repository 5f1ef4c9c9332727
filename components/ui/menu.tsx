"use client";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useTransition } from "react";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";
import { buttonStyle } from "./button-style";
import { cx } from "./cx";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { showToast } from "./show-toast";
import { useUiTexts } from "./ui-texts";

type MenuProps = {
  /** Names the menu: "Ações de Iniciantes". With `text` it is what the button says. */
  label: string;
  text?: boolean;
  icon?: ReactNode;
  align?: "start" | "end";
  children: ReactNode;
};

/** What can be done with one thing. Fill it with MenuLink, MenuAction, MenuItem and MenuLine. */
export function Menu({ label, text, icon, align = "end", children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {text ? (
          <button type="button" className={buttonStyle()}>
            {icon}
            {label}
          </button>
        ) : (
          <IconButton label={label} icon={icon ?? <Icon of={Ellipsis} />} />
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-40 min-w-48 max-w-[calc(100vw-24px)] rounded-card border border-line bg-surface p-1.5 text-control shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ItemProps = { icon?: ReactNode; danger?: boolean; disabled?: boolean; children: ReactNode };

const itemStyle = (danger?: boolean) =>
  cx(
    "panel-item cursor-pointer outline-none data-disabled:cursor-not-allowed data-disabled:text-ink3",
    danger && "text-urucum [&_svg]:text-urucum",
  );

export function MenuLink({ href, icon, danger, children }: ItemProps & { href: string }) {
  return (
    <DropdownMenu.Item asChild>
      <Link href={href} className={itemStyle(danger)}>
        {icon}
        {children}
      </Link>
    </DropdownMenu.Item>
  );
}

export function MenuItem({
  onSelect,
  icon,
  danger,
  disabled = false,
  children,
}: ItemProps & { onSelect: () => void }) {
  return (
    <DropdownMenu.Item className={itemStyle(danger)} disabled={disabled} onSelect={onSelect}>
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}

type MenuActionProps = ItemProps & {
  action: (form: FormData) => Promise<FormState> | Promise<void>;
  fields?: Record<string, string>;
  successMessage?: string;
};

/** Runs a server action bound to one thing, and says how it went. */
export function MenuAction({
  action,
  fields = {},
  successMessage,
  icon,
  danger,
  disabled = false,
  children,
}: MenuActionProps) {
  const texts = useUiTexts();
  const [, startTransition] = useTransition();
  function run() {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    startTransition(async () => {
      const outcome = (await action(form)) ?? initialFormState;
      if (outcome.ok === false) showToast(outcome.message ?? texts.failed, "error");
      else if (successMessage) showToast(successMessage);
    });
  }
  return (
    <DropdownMenu.Item className={itemStyle(danger)} disabled={disabled} onSelect={run}>
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
