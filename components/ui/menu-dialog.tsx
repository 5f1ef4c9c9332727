"use client";
import { type ReactNode, useState } from "react";
import { Dialog } from "./dialog";
import { Menu, MenuItem, MenuLine } from "./menu";

type MenuDialogProps = {
  /** Names the menu. */
  label: string;
  /** The entries before the one that opens the dialog. */
  entries: ReactNode;
  opener: { label: string; icon?: ReactNode };
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
};

/** A menu whose last entry opens a dialog: for what needs a word of explanation, or a field. */
export function MenuDialog({ label, entries, opener, title, description, children }: MenuDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Menu label={label}>
        {entries}
        <MenuLine />
        <MenuItem onSelect={() => setOpen(true)} icon={opener.icon} danger>
          {opener.label}
        </MenuItem>
      </Menu>
      <Dialog title={title} description={description} open={open} onClose={() => setOpen(false)}>
        {children}
      </Dialog>
    </>
  );
}
